import { cookie, readCookie } from './cookies'
import type { AuthorizationServerEnvironment } from './environment'
import { newSecret, secretKey } from './secret-key'
import type { Session, User } from './tables'

const SESSION_COOKIE = 'as_session'
const SESSION_LIFETIME = 8 * 60 * 60 * 1000

export interface SignedIn {
  session: Session
  user: User
}

/** Who is signed in at this browser, or null: no cookie, an expired session, a disabled user. */
export async function signedIn(headers: Headers, env: AuthorizationServerEnvironment): Promise<SignedIn | null> {
  const secret = readCookie(headers, SESSION_COOKIE)
  if (!secret) return null
  const session = await env.store.get('sessions', await secretKey(env, secret))
  if (!session || session.expires_at <= env.now()) return null
  const user = await env.store.get('users', session.user_id)
  return user && user.disabled_at === null ? { session, user } : null
}

/**
 * Begins a session under a new secret, never one the browser brought along (session fixation).
 *
 * @returns the session and its `Set-Cookie` header
 */
export async function beginSession(user: User, env: AuthorizationServerEnvironment) {
  const secret = newSecret(env)
  env.report({ type: 'secret', secret: { kind: 'session_cookie', value: secret, madeBy: 'authorization-server' } })
  const now = env.now()
  const session: Session = {
    key: await secretKey(env, secret),
    user_id: user.key,
    auth_time: now,
    issued_at: now,
    expires_at: now + SESSION_LIFETIME,
  }
  await env.store.insert('sessions', session)
  return { session, setCookie: cookie(env, SESSION_COOKIE, secret) }
}

/** Ends the session here and in the browser; what was granted during it stays granted. */
export async function endSession(session: Session, env: AuthorizationServerEnvironment): Promise<[string, string]> {
  await env.store.remove('sessions', session.key)
  return cookie(env, SESSION_COOKIE, '', 0)
}
