import { createHash } from 'node:crypto'
import { encodeBase64Url } from '@/lib/oauth/base64url'
import type { ClientEnvironment } from './environment'
import type { ClientSession } from './tables'

const COOKIE = 'client_session'
/** A session outlives its access token by far, so that there is something to refresh. */
const SESSION_LIFETIME = 30 * 24 * 60 * 60 * 1000

/**
 * The live session of the browser that sent the request, by its cookie; null when there is none.
 *
 * @param application whose session; a cookie of another application opens nothing here
 */
export async function findSession(
  request: Request,
  env: ClientEnvironment,
  application = 'photo-editor',
): Promise<ClientSession | null> {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='))
  const secret = pairs.find(([name]) => name === COOKIE)?.[1]
  return secret ? openedBy(secret, env, application) : null
}

/** The live session that a session cookie's value opens; null when there is none. */
export async function openedBy(
  secret: string,
  env: ClientEnvironment,
  application: string,
): Promise<ClientSession | null> {
  const session = await env.store.get('sessions', keyOf(secret))
  return session && session.application === application && session.expires_at > env.now() ? session : null
}

/**
 * @param path where the application's pages lie, below the base of the clients
 * @returns the new session, and the `Set-Cookie` line that gives it to the browser
 */
export async function startSession(
  application: string,
  env: ClientEnvironment,
  path = '',
): Promise<{ session: ClientSession; cookie: string }> {
  const secret = encodeBase64Url(env.random(32))
  env.report({ type: 'secret', secret: { kind: 'session_cookie', value: secret, madeBy: 'client' } })
  const session = await openSession(keyOf(secret), application, env)
  return { session, cookie: `${COOKIE}=${secret}; ${attributes(env, path)}` }
}

/** A session under a key; without a cookie it belongs to a device, whose screen no browser has to open. */
export async function openSession(key: string, application: string, env: ClientEnvironment): Promise<ClientSession> {
  const issued_at = env.now()
  const expires_at = issued_at + SESSION_LIFETIME
  const session = { key, application, user_name: null, issued_at, expires_at }
  await env.store.insert('sessions', session)
  return session
}

/** Forgets everything kept for a session. */
export async function endSession(key: string, env: ClientEnvironment): Promise<void> {
  for (const table of [
    'results',
    'memberships',
    'devices',
    'identities',
    'tokens',
    'sign_ins',
    'pushes',
    'logins',
    'sessions',
  ] as const)
    await env.store.remove(table, key)
}

/** The `Set-Cookie` line that takes the cookie away again. */
export function removalCookie(env: ClientEnvironment, path = ''): string {
  return `${COOKIE}=; Max-Age=0; ${attributes(env, path)}`
}

/** Ports do not keep cookies apart, so the path does (RFC 6265, section 8.5). */
function attributes({ origins }: ClientEnvironment, path: string): string {
  return `Path=${new URL(origins.client).pathname}${path}; HttpOnly; Secure; SameSite=Lax`
}

/** Only a hash is kept: a stolen session table opens no session. */
function keyOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
