import type { ClientEnvironment } from '../environment'
import type { ClientSession } from '../tables'
import { APPLICATION } from './application'

/** Until the service is set up anew. */
const LIFETIME = 365 * 24 * 60 * 60 * 1000

/**
 * The row its tokens are kept under. No browser ever opened it and no cookie leads to it: it stands for the service
 * itself, made when the service first has something to do.
 */
export async function serviceSession(env: ClientEnvironment): Promise<ClientSession> {
  const known = await env.store.get('sessions', APPLICATION)
  if (known) return known
  const issued_at = env.now()
  const expires_at = issued_at + LIFETIME
  const session = { key: APPLICATION, application: APPLICATION, subject: null, user_name: null, issued_at, expires_at }
  await env.store.insert('sessions', session)
  return session
}
