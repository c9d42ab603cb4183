import type { DecodedJwt } from '@/lib/oauth/jwt'
import type { TrustedIssuer } from '../tables'

/** What a trusted issuer may sign with; `none` and anything symmetric is not among it (RFC 8725, section 3.1). */
export const USER_ASSERTION_ALGORITHMS: readonly string[] = ['ES256', 'RS256']

/** An assertion that lives longer than this is too good a find, in seconds. */
export const USER_ASSERTION_LIFETIME = 3600

/** How far two clocks may be apart, in seconds. */
export const CLOCK_SKEW = 30

/** An assertion about a user, on its way through the checks. */
export interface UserAssertion {
  /** As sent. */
  value: string
  jwt: DecodedJwt
  /** Null when nobody here trusts who signed it. */
  issuer: TrustedIssuer | null
  /** Milliseconds. */
  now: number
  /** What this server is called: its issuer identifier, and its token endpoint (RFC 7523, section 3). */
  audiences: readonly string[]
}
