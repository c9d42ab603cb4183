import { OAuthError } from '@/lib/oauth/errors'
import { authorize } from './authorize'
import { isSentAsDpop } from './bearer'
import { nextNonce } from './dpop'
import type { ApiRequest, Endpoint, Operation } from './endpoint'
import { photos } from './endpoints/photos'
import { usage } from './endpoints/usage'
import type { ResourceServerEnvironment } from './environment'
import { INTERNAL_PATH, internalStatus } from './internal'
import { resourceMetadataResponse } from './metadata'
import { challenge, failure, json, withCors } from './responses'

/** Bytes of a request body; more is 413 (RFC 9110, section 15.5.14). */
const BODY_LIMIT = 64 * 1024

const ENDPOINTS: readonly Endpoint[] = [photos, usage]

/**
 * The photo drive of one lab: a request below the resource's base in, a response out.
 *
 * @param request its URL lies below `env.origins.resource`
 * @returns always a response; refusals carry `WWW-Authenticate`, a bug is reported and answered with 500
 */
export async function handleResourceServer(request: Request, env: ResourceServerEnvironment): Promise<Response> {
  const url = new URL(request.url)
  const path = url.pathname.slice(new URL(env.origins.resource).pathname.replace(/\/$/, '').length)
  if (path === '/.well-known/oauth-protected-resource' && request.method === 'GET') {
    return resourceMetadataResponse(env)
  }
  if (path === INTERNAL_PATH && request.method === 'GET') return internalStatus(env)
  const endpoint = ENDPOINTS.find((one) => one.path === path)
  if (!endpoint) return withCors(json({ error: 'not_found' }, { status: 404 }))
  const methods = Object.keys(endpoint.methods).join(', ')
  if (request.method === 'OPTIONS') return preflight(methods)
  const operation = endpoint.methods[request.method]
  if (!operation) {
    return withCors(json({ error: 'method_not_allowed' }, { status: 405, headers: { allow: methods } }))
  }
  return withCors(await answer(request, url, operation, env))
}

async function answer(
  request: Request,
  url: URL,
  operation: Operation,
  env: ResourceServerEnvironment,
): Promise<Response> {
  try {
    const body = await readBody(request)
    if (body === null) return json({ error: 'content_too_large' }, { status: 413 })
    const read: ApiRequest = {
      method: request.method,
      url,
      headers: request.headers,
      body,
    }
    const access = await authorize(read, operation, env)
    const response = await operation.handle(read, access, env)
    if (isSentAsDpop(read.headers)) {
      for (const [name, value] of Object.entries(await nextNonce(env))) response.headers.set(name, value)
    }
    return response
  } catch (error) {
    if (!(error instanceof OAuthError)) {
      env.report({ type: 'bug', error })
      return failure(500, 'The drive failed. Nothing was changed; try again.')
    }
    if (error.status === 503) return failure(503, error.description)
    return challenge(error, operation.scope, isSentAsDpop(request.headers) ? 'DPoP' : 'Bearer', env)
  }
}

/** The body as text; null when it is larger than the limit. */
async function readBody(request: Request): Promise<string | null> {
  const reader = request.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > BODY_LIMIT) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}

function preflight(methods: string): Response {
  return withCors(
    new Response(null, {
      status: 204,
      headers: {
        allow: `${methods}, OPTIONS`,
        'access-control-allow-methods': methods,
        'access-control-allow-headers': 'Authorization, Content-Type, DPoP',
        'access-control-max-age': '600',
      },
    }),
  )
}
