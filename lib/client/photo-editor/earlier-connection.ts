import type { ClientEnvironment } from '../environment'
import type { ClientSession } from '../tables'

/**
 * A user who has connected her photos in one browser finds them connected wherever she signs in: the application's
 * server holds her tokens. The refresh token stays with the session that got it, because it works once.
 */
export async function connectAsBefore(
  { key, expires_at }: ClientSession,
  subject: string,
  { store }: ClientEnvironment,
): Promise<void> {
  const earlier = await store.find('identities', { subject })
  for (const session of earlier.toReversed()) {
    const tokens = session.key === key ? null : await store.get('tokens', session.key)
    if (!tokens) continue
    await store.insert('tokens', { ...tokens, key, refresh_token: null, id_token: null, expires_at })
    return
  }
}
