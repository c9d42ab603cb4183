import type { JSONWebKeySet } from 'jose'
import type { ClientEnvironment } from '../environment'

/** How long the application keeps keys before it asks again. */
const KEPT = 24 * 60 * 60 * 1000

/** The authorization server's keys as the application keeps them; none when it has not asked yet. */
export async function keptKeySet({ store, origins }: ClientEnvironment): Promise<JSONWebKeySet> {
  const kept = await store.get('key_sets', origins.issuer)
  return (kept && readKeySet(kept.keys)) ?? { keys: [] }
}

export async function keepKeySet({ store, origins, now }: ClientEnvironment, keySet: JSONWebKeySet): Promise<void> {
  const columns = { keys: JSON.stringify(keySet), issued_at: now(), expires_at: now() + KEPT }
  if (await store.get('key_sets', origins.issuer)) await store.update('key_sets', origins.issuer, columns)
  else await store.insert('key_sets', { key: origins.issuer, ...columns })
}

/** Null when the text is no JWK set (RFC 7517, section 5). */
export function readKeySet(text: string): JSONWebKeySet | null {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && 'keys' in read && Array.isArray(read.keys)
      ? { keys: read.keys }
      : null
  } catch {
    return null
  }
}
