import type { OAuthError } from '@/lib/oauth/errors'
import { WholeHeaders } from '@/lib/oauth/whole-headers'
import { WholeResponse } from '@/lib/oauth/whole-messages'
import type { Endpoint } from './endpoint'
import type { AuthorizationServerEnvironment } from './environment'

/** Browser applications read these; the rest of a cross-origin response stays closed to them. */
const EXPOSED_HEADERS = 'WWW-Authenticate, DPoP-Nonce, Retry-After'

const JSON_TYPE = [['content-type', 'application/json']] as const
const UNCACHED_JSON = [...JSON_TYPE, ['cache-control', 'no-store'], ['pragma', 'no-cache']] as const

/** A JSON answer of an endpoint for programs. Tokens must not be cached (RFC 6749, section 5.1). */
export function json(
  body: Record<string, unknown>,
  env: Pick<AuthorizationServerEnvironment, 'policy'>,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Response {
  const all = WholeHeaders.of(env.policy.noStore ? UNCACHED_JSON : JSON_TYPE)
  for (const name in headers) all.set(name, headers[name] ?? '')
  return WholeResponse.of(JSON.stringify(body), status, all)
}

/** An error answered directly to a program (RFC 6749, section 5.2). */
export function jsonError(error: OAuthError, env: Pick<AuthorizationServerEnvironment, 'policy'>): Response {
  const { code, description, status, headers } = error
  return json({ error: code, error_description: description }, env, { status, headers })
}

/** Lets browser applications read the answer, but never with ambient credentials (RFC 9700, section 2.6). */
export function withCors(response: Response): Response {
  response.headers.set('access-control-allow-origin', '*')
  response.headers.set('access-control-expose-headers', EXPOSED_HEADERS)
  return response
}

/** Answer to a preflight: pages for people allow no other origin at all. */
export function preflight(endpoint: Endpoint): Response {
  const methods = Object.keys(endpoint.methods).join(', ')
  const headers = new Headers({ allow: `${methods}, OPTIONS` })
  if (endpoint.kind === 'api') {
    headers.set('access-control-allow-origin', '*')
    headers.set('access-control-allow-methods', methods)
    headers.set('access-control-allow-headers', 'Authorization, Content-Type, DPoP')
    headers.set('access-control-max-age', '600')
  }
  return new Response(null, { status: 204, headers })
}
