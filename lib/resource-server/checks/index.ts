import type { Check } from '@/lib/oauth/check'
import { PROOF_CHECKS } from '../dpop'
import type { ResourceServerPolicy } from '../policy'
import { jwtAlgorithm } from './jwt-algorithm'
import { jwtClaims } from './jwt-claims'
import { jwtCriticalHeaders } from './jwt-critical-headers'
import { jwtIssuer } from './jwt-issuer'
import { jwtKey } from './jwt-key'
import { jwtSignature } from './jwt-signature'
import { jwtType } from './jwt-type'
import { tokenActive } from './token-active'
import { tokenAudience } from './token-audience'
import { tokenBound } from './token-bound'
import { tokenExpiry } from './token-expiry'
import { tokenInOnePlace } from './token-in-one-place'
import { tokenIsAccessToken } from './token-is-access-token'
import { tokenNotInUrl } from './token-not-in-url'
import { tokenPresented } from './token-presented'
import { tokenScope } from './token-scope'
import { tokenSubject } from './token-subject'
import { tokenWellFormed } from './token-well-formed'

type Order = readonly Check<never, ResourceServerPolicy>[]

const PRESENTING: Order = [tokenNotInUrl, tokenPresented, tokenInOnePlace, tokenWellFormed]
const CLAIMS: Order = [tokenExpiry, tokenBound, tokenAudience, tokenSubject, tokenScope]
const JWT: Order = [jwtType, jwtAlgorithm, jwtCriticalHeaders, jwtKey, jwtSignature, jwtClaims, jwtIssuer]

/** The rulebook for a JWT that the drive validates by itself. */
export const LOCAL_CHECKS: Order = [...PRESENTING, ...PROOF_CHECKS, ...JWT, ...CLAIMS]

/** The rulebook for a token that the authorization server is asked about. */
export const INTROSPECTION_CHECKS: Order = [...PRESENTING, ...PROOF_CHECKS, tokenActive, tokenIsAccessToken, ...CLAIMS]

/** Without the rules about proofs, for a token that comes as a bearer token. */
export function forBearer(order: Order): Order {
  return order.filter((check) => !PROOF_CHECKS.includes(check))
}
