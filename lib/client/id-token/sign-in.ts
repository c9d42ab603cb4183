import type { ClientEnvironment } from '../environment'
import type { ClientSession } from '../tables'
import type { Identity } from './validate'

/** From here on the session is this user's, by the word of a validated ID token. */
export async function signIn(
  env: ClientEnvironment,
  { key, expires_at }: ClientSession,
  { subject, name }: Identity,
): Promise<void> {
  const known = { subject, name, preferred_username: null, email: null, issued_at: env.now(), expires_at }
  await env.store.remove('identities', key)
  await env.store.insert('identities', { key, ...known })
  const user_name = name ?? subject
  await env.store.update('sessions', key, { user_name })
  await env.store.update('tokens', key, { user_name })
}
