import type { JSONWebKeySet } from 'jose'
import { OAuthError } from '@/lib/oauth/errors'
import type { ClientEnvironment } from '../environment'
import { keepKeySet, keptKeySet, readKeySet } from '../id-token/key-set'
import { signIn } from '../id-token/sign-in'
import { validatePresentedToken } from '../id-token/validate'
import { serverMetadata } from '../server'
import { startSession } from '../sessions'
import { APPLICATION } from './application'

/**
 * `POST /login/token`: the application on Alice's phone talked to the authorization server by itself, and signs in at
 * its own server with the ID token it got there. JSON `{ id_token }` in: no page of another site can send that without
 * being asked first (login CSRF). Out: a session cookie and `{ user }`, or 401 `{ error, error_description }`.
 */
export async function tokenLogin(request: Request, env: ClientEnvironment): Promise<Response> {
  const token = readToken(request, await request.text())
  if (token === null) return refusal('invalid_request', 'Send {"id_token": "..."} as application/json.', 400)
  try {
    const identity = await validatePresentedToken(env, token, { application: APPLICATION, keys: () => keySet(env) })
    const { session, cookie } = await startSession(APPLICATION, env)
    await signIn(env, session, identity)
    const headers = { 'set-cookie': cookie, 'cache-control': 'no-store' }
    return Response.json({ user: identity.name ?? identity.subject }, { headers })
  } catch (error) {
    if (error instanceof OAuthError) return refusal(error.code, error.description, error.status)
    throw error
  }
}

function readToken(request: Request, body: string): string | null {
  const mediaType = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json') return null
  try {
    const read: unknown = JSON.parse(body)
    const token = typeof read === 'object' && read !== null && 'id_token' in read ? read.id_token : null
    return typeof token === 'string' ? token : null
  } catch {
    return null
  }
}

/** The keys as kept; fetched when there are none. */
async function keySet(env: ClientEnvironment): Promise<JSONWebKeySet> {
  const kept = await keptKeySet(env)
  if (kept.keys.length > 0) return kept
  const response = await env.fetch(
    new Request(serverMetadata(env).jwks_uri, { headers: { accept: 'application/json' } }),
  )
  const fetched = response.ok ? readKeySet(await response.text()) : null
  if (fetched) await keepKeySet(env, fetched)
  return fetched ?? kept
}

function refusal(error: string, error_description: string, status: number): Response {
  return Response.json({ error, error_description }, { status, headers: { 'cache-control': 'no-store' } })
}
