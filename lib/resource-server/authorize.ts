import { type Checklist, checklist } from '@/lib/oauth/check'
import { decodeJwt } from '@/lib/oauth/jwt'
import { isSentAsDpop, type Presented, presentedTokens } from './bearer'
import { forBearer, INTROSPECTION_CHECKS, LOCAL_CHECKS } from './checks'
import { jwtAlgorithm } from './checks/jwt-algorithm'
import { jwtClaims } from './checks/jwt-claims'
import { jwtCriticalHeaders } from './checks/jwt-critical-headers'
import { jwtIssuer } from './checks/jwt-issuer'
import { jwtKey } from './checks/jwt-key'
import { jwtSignature } from './checks/jwt-signature'
import { jwtType } from './checks/jwt-type'
import { keySelector } from './checks/jwt-under-test'
import { tokenActive } from './checks/token-active'
import { tokenAudience } from './checks/token-audience'
import { tokenBound } from './checks/token-bound'
import { tokenExpiry } from './checks/token-expiry'
import { tokenInOnePlace } from './checks/token-in-one-place'
import { tokenIsAccessToken } from './checks/token-is-access-token'
import { tokenNotInUrl } from './checks/token-not-in-url'
import { tokenPresented } from './checks/token-presented'
import { tokenScope } from './checks/token-scope'
import { tokenSubject } from './checks/token-subject'
import { tokenWellFormed } from './checks/token-well-formed'
import { provenKey } from './dpop'
import type { Access, ApiRequest, Operation } from './endpoint'
import type { ResourceServerEnvironment } from './environment'
import { introspect } from './introspection'
import { keySetFor } from './key-set'
import type { ResourceServerPolicy } from './policy'

type Claims = Record<string, unknown>
type Checks = Checklist<ResourceServerPolicy>

/**
 * Decides whether a request may do what it asks for: RFC 6750 for how the token is presented, then RFC 9068 for a
 * JWT validated here, or RFC 7662 for a token the authorization server is asked about.
 *
 * @throws OAuthError the refusal of the first check that failed
 */
export async function authorize(
  request: ApiRequest,
  { scope, subject }: Pick<Operation, 'scope' | 'subject'>,
  env: ResourceServerEnvironment,
): Promise<Access> {
  const { header, body, query } = presentedTokens(request)
  const queryCounts = env.policy.tokenInQuery === 'accept' || env.checksOff.has(tokenNotInUrl.id)
  const presented: Presented = {
    header,
    body,
    query: queryCounts ? query : null,
  }
  const token = presented.header ?? presented.body ?? presented.query ?? ''
  const jwt = env.policy.validation === 'local' ? decodeJwt(token) : null
  const asDpop = isSentAsDpop(request.headers)
  const order = jwt ? LOCAL_CHECKS : INTROSPECTION_CHECKS
  const checks = checklist('resource-server', asDpop ? order : forBearer(order), env)

  if (query !== null) await checks.apply(tokenNotInUrl, presented)
  await checks.apply(tokenPresented, presented)
  await checks.apply(tokenInOnePlace, presented)
  await checks.apply(tokenWellFormed, { token })
  const proven = asDpop ? await provenKey(request, token, env, checks) : null

  const claims = jwt
    ? await claimsOfJwt(token, jwt.header, jwt.payload, checks, env)
    : await claimsByIntrospection(token, checks, env)

  await checks.apply(tokenExpiry, { claims, now: env.now() })
  await checks.apply(tokenBound, { claims, proven })
  await checks.apply(tokenAudience, { claims, resource: env.origins.resource })
  const access = accessOf(claims)
  if (subject === 'user') await checks.apply(tokenSubject, access)
  await checks.apply(tokenScope, { claims, wanted: scope })
  return access
}

async function claimsOfJwt(
  token: string,
  header: Claims,
  claims: Claims,
  checks: Checks,
  env: ResourceServerEnvironment,
): Promise<Claims> {
  const keySet = () => keySetFor(keySelector(header), env)
  const jwt = { token, header, claims, issuer: env.origins.issuer, keySet }
  await checks.apply(jwtType, jwt)
  await checks.apply(jwtAlgorithm, jwt)
  await checks.apply(jwtCriticalHeaders, jwt)
  await checks.apply(jwtKey, jwt)
  await checks.apply(jwtSignature, jwt)
  await checks.apply(jwtClaims, jwt)
  await checks.apply(jwtIssuer, jwt)
  return claims
}

async function claimsByIntrospection(token: string, checks: Checks, env: ResourceServerEnvironment): Promise<Claims> {
  const claims = await introspect(token, env)
  await checks.apply(tokenActive, { claims })
  await checks.apply(tokenIsAccessToken, { claims })
  return claims
}

/** `sub` of a client's own token is its client_id (RFC 9068, section 2.2), or missing from an introspection answer. */
function accessOf({ sub, client_id }: Claims): Access {
  const clientId = typeof client_id === 'string' ? client_id : ''
  const subject = typeof sub === 'string' ? sub : clientId
  return { subject, clientId, isClient: subject === clientId }
}
