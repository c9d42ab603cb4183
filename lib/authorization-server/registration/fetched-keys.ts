import type { AuthorizationServerEnvironment } from '../environment'

/** What an address that a client named as `jwks_uri` answered with. */
export interface FetchedKeys {
  url: string
  /** Null when no answer came. */
  status: number | null
  text: string
  /** Null when the answer was none. */
  jwks: { keys: unknown[] } | null
}

/** More is no key set (RFC 7517, section 5). */
const LONGEST = 20_000

/**
 * Fetches a key set from where a stranger says: what a careless server does (RFC 7591, section 5). The network is the
 * lab's own and leads to its parties only, and no redirect is followed.
 */
export async function fetchKeys(
  url: string,
  { fetch }: Pick<AuthorizationServerEnvironment, 'fetch'>,
): Promise<FetchedKeys> {
  try {
    const response = await fetch(new Request(url, { headers: { accept: 'application/json' }, redirect: 'manual' }))
    const text = (await response.text()).slice(0, LONGEST)
    return { url, status: response.status, text, jwks: readKeySet(text) }
  } catch (error) {
    // Not an address, or none of the lab's: `Request` and the lab's network both say so with a TypeError.
    if (!(error instanceof TypeError)) throw error
    return { url, status: null, text: '', jwks: null }
  }
}

function readKeySet(text: string): FetchedKeys['jwks'] {
  try {
    const read: unknown = JSON.parse(text)
    const isSet = typeof read === 'object' && read !== null && 'keys' in read && Array.isArray(read.keys)
    return isSet ? { keys: read.keys as unknown[] } : null
  } catch {
    return null
  }
}
