import type { JSONWebKeySet } from 'jose'
import { checklist } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { PRESENTED_PROOF_CHECKS } from '../checks'
import { loginProvenByIdToken } from '../checks/login-proven-by-id-token'
import type { ClientEnvironment } from '../environment'
import { keepKeySet, keptKeySet, readKeySet } from '../id-token/key-set'
import { signIn } from '../id-token/sign-in'
import { type Identity, validatePresentedToken } from '../id-token/validate'
import { serverMetadata } from '../server'
import { startSession } from '../sessions'
import type { ClientSession } from '../tables'
import { signInByAccessToken } from './access-token-login'
import { APPLICATION } from './application'
import { connectAsBefore } from './earlier-connection'

/**
 * `POST /login/token`: the application on Alice's phone talked to the authorization server by itself, and signs in at
 * its own server with the ID token it got there. JSON `{ id_token }` in: no page of another site can send that without
 * being asked first (login CSRF). Out: a session cookie and `{ user }`, or 401 `{ error, error_description }`. An
 * application that takes access tokens for logins takes `{ access_token }` as well.
 */
export async function tokenLogin(request: Request, env: ClientEnvironment): Promise<Response> {
  const proof = readProof(request, await request.text())
  if (proof === null) return refusal('invalid_request', 'Send {"id_token": "..."} as application/json.', 400)
  try {
    await checklist('client', PRESENTED_PROOF_CHECKS, env).apply(loginProvenByIdToken, { proof: proof.kind })
    const { user, cookie } = await signInBy(proof, env)
    return Response.json({ user }, { headers: { 'set-cookie': cookie, 'cache-control': 'no-store' } })
  } catch (error) {
    if (error instanceof OAuthError) return refusal(error.code, error.description, error.status)
    throw error
  }
}

interface Proof {
  kind: 'id_token' | 'access_token'
  token: string
}

async function signInBy({ kind, token }: Proof, env: ClientEnvironment): Promise<{ user: string; cookie: string }> {
  if (kind === 'access_token') return signInByAccessToken(token, env)
  const identity = await validatePresentedToken(env, token, { application: APPLICATION, keys: () => keySet(env) })
  const { session, cookie } = await startSession(APPLICATION, env)
  return { user: await welcome(session, identity, env), cookie }
}

/** What she connected elsewhere is there on her phone, too. */
async function welcome(session: ClientSession, identity: Identity, env: ClientEnvironment): Promise<string> {
  await connectAsBefore(session, identity.subject, env)
  await signIn(env, session, identity)
  return identity.name ?? identity.subject
}

function readProof(request: Request, body: string): Proof | null {
  const mediaType = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json') return null
  try {
    const { id_token, access_token } = Object(JSON.parse(body))
    if (typeof id_token === 'string') return { kind: 'id_token', token: id_token }
    return typeof access_token === 'string' ? { kind: 'access_token', token: access_token } : null
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
