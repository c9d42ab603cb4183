import type { JSONWebKeySet } from 'jose'

/** An ID token being validated. Nothing in it is trusted before every check has passed. */
export interface IdTokenUnderTest {
  token: string
  header: Readonly<Record<string, unknown>>
  claims: Readonly<Record<string, unknown>>
  /** The authorization server the application asked. */
  issuer: string
  clientId: string
  /** What the login was begun with; null when it was begun without. */
  nonce: string | null
  /** The access token that came with it; null when it came alone. */
  accessToken: string | null
  /** Milliseconds. */
  now: number
  /** The authorization server's published keys. */
  keys(): Promise<JSONWebKeySet>
}

/** The client's clock and the server's may differ by this much; milliseconds. */
export const CLOCK_TOLERANCE = 60_000

/** `aud` is one audience or a list of them. */
export function audiences({ aud }: IdTokenUnderTest['claims']): unknown[] {
  return Array.isArray(aud) ? aud : [aud]
}
