import { OAuthError } from '@/lib/oauth/errors'
import { parseForm } from '@/lib/oauth/form'
import { type Steps, soon, wait } from '@/lib/oauth/soon'
import { WholeRequest } from '@/lib/oauth/whole-messages'
import type { Endpoint, EndpointRequest } from './endpoint'
import { ENDPOINTS } from './endpoints'
import type { AuthorizationServerEnvironment } from './environment'
import { errorPage } from './pages/error'
import { refusalOf } from './refusal'
import { jsonError, preflight, withCors } from './responses'

/** Bytes of a request body; more is 413 (RFC 9110, section 15.5.14). */
const BODY_LIMIT = 64 * 1024
/** Parameters of one request. */
const PARAMETER_LIMIT = 200

/**
 * The authorization server of one lab: a request below the issuer in, a response out.
 *
 * @param request its URL lies below `env.origins.issuer`
 * @returns always a response; protocol refusals are responses, a bug is a 500 without a stack
 */
export const handleAuthorizationServer = soon(function* (
  request: Request,
  env: AuthorizationServerEnvironment,
): Steps<Response> {
  const url = new URL(request.url)
  const path = url.pathname.slice(new URL(env.origins.issuer).pathname.replace(/\/$/, '').length)
  const endpoint = ENDPOINTS.find((one) => one.path === path)
  if (!endpoint)
    return new Response('There is no such endpoint.\n', { status: 404, headers: { 'content-type': 'text/plain' } })
  if (request.method === 'OPTIONS') return preflight(endpoint)
  const handler = endpoint.methods[request.method as 'GET' | 'POST']
  if (!handler) return forCaller(endpoint, notAllowed(endpoint))
  try {
    const body = request instanceof WholeRequest ? textOf([request.bytes]) : textOf(yield* wait(piecesOf(request)))
    return forCaller(endpoint, yield* wait(handler(readRequest(request, url, body), env)))
  } catch (error) {
    const refusal = refusalOf(error, env)
    return forCaller(endpoint, endpoint.kind === 'api' ? jsonError(refusal, env) : errorPage(refusal, env))
  }
})

/** Programs include those in a browser; pages are for people. */
function forCaller({ kind }: Endpoint, response: Response): Response {
  return kind === 'api' ? withCors(response) : response
}

function notAllowed({ methods }: Endpoint): Response {
  const allow = Object.keys(methods).join(', ')
  return new Response(`Use ${allow} here.\n`, { status: 405, headers: { allow, 'content-type': 'text/plain' } })
}

function readRequest(request: Request, url: URL, body: string): EndpointRequest {
  const mediaType = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  const form = mediaType === 'application/x-www-form-urlencoded' ? parseForm(body) : null
  const query = parseForm(url.search.slice(1))
  if (query.length + (form?.length ?? 0) > PARAMETER_LIMIT) {
    throw new OAuthError({
      code: 'invalid_request',
      description: `At most ${PARAMETER_LIMIT} parameters are read.`,
      cites: ['rfc9126-2.3'],
    })
  }
  return { method: request.method, url, headers: request.headers, query, form, body }
}

/** The body as it comes in; no more of it is taken than may be. */
async function piecesOf(request: Request): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of (request.body as unknown as AsyncIterable<Uint8Array> | null) ?? []) {
    pieces.push(piece)
    size += piece.byteLength
    if (size > BODY_LIMIT) break
  }
  return pieces
}

/** @throws OAuthError 413 when the body is too large */
function textOf(pieces: Uint8Array[]): string {
  const whole = Buffer.concat(pieces)
  if (whole.byteLength <= BODY_LIMIT) return whole.toString('utf8')
  throw new OAuthError({
    code: 'invalid_request',
    description: `The body is larger than ${BODY_LIMIT} bytes.`,
    cites: ['rfc9110-15.5.14'],
    status: 413,
  })
}
