import type { JSONWebKeySet, JWSHeaderParameters } from 'jose'

/** A JWT access token being validated. Nothing in it is trusted before its signature was verified. */
export interface JwtUnderTest {
  token: string
  header: Record<string, unknown>
  claims: Record<string, unknown>
  issuer: string
  /** The authorization server's keys, fetched when they are needed. */
  keySet(): Promise<JSONWebKeySet>
}

/** The two header members that choose a key. `jwk`, `jku`, `x5u` and `x5c` are left behind: they never point at one. */
export function keySelector(header: Record<string, unknown>): JWSHeaderParameters {
  const { alg, kid } = header
  return {
    alg: typeof alg === 'string' ? alg : 'none',
    ...(typeof kid === 'string' ? { kid } : {}),
  }
}
