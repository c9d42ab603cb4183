import { DPOP_ALGORITHMS } from '@/lib/oauth/dpop/signature'
import type { OAuthError } from '@/lib/oauth/errors'
import { formatChallenge } from '@/lib/oauth/www-authenticate'
import type { ResourceServerEnvironment } from './environment'
import { resourceMetadataUrl } from './metadata'

/** Somebody's photos, or an answer about a token: for this client only, and not for keeping. */
const CACHING = { 'cache-control': 'private, no-store' }

export function json(body: Record<string, unknown>, { status = 200, headers = {} } = {}): Response {
  return Response.json(body, { status, headers: { ...CACHING, ...headers } })
}

/** The token was fine, what was asked for was not. */
export function badRequest(description: string): Response {
  return json({ error: 'invalid_request', error_description: description }, { status: 400 })
}

/**
 * A refusal with its challenge (RFC 6750, section 3). Without credentials in the request the challenge names no
 * error; `scope` says what would have been enough.
 */
export function challenge(
  error: OAuthError,
  scope: string,
  scheme: 'Bearer' | 'DPoP',
  env: ResourceServerEnvironment,
): Response {
  const { code, description, status, silent } = error
  const parameters = {
    realm: 'Photo drive',
    ...(silent ? {} : { error: code, error_description: description }),
    ...(code === 'insufficient_scope' ? { scope } : {}),
    ...(scheme === 'DPoP' ? { algs: DPOP_ALGORITHMS.join(' ') } : {}),
    resource_metadata: resourceMetadataUrl(env),
  }
  const response = silent
    ? new Response(null, { status, headers: CACHING })
    : json({ error: code, error_description: description }, { status })
  response.headers.set('www-authenticate', formatChallenge({ scheme, parameters }))
  for (const [name, value] of Object.entries(error.headers)) response.headers.append(name, value)
  return response
}

/** The drive itself failed, or somebody it depends on. */
export function failure(status: 500 | 503, description: string): Response {
  const code = status === 503 ? 'temporarily_unavailable' : 'server_error'
  return json({ error: code, error_description: description }, { status })
}

/** Browser applications may read every answer; they never get in by ambient credentials, because there are none. */
export function withCors(response: Response): Response {
  response.headers.set('access-control-allow-origin', '*')
  response.headers.set('access-control-expose-headers', 'WWW-Authenticate, DPoP-Nonce')
  return response
}
