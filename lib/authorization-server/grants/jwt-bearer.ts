import { parameter } from '@/lib/oauth/form'
import { decodeJwt } from '@/lib/oauth/jwt'
import { intersectScope } from '@/lib/oauth/scope'
import { requestedResourceKnown } from '../checks/requested-resource-known'
import { userAssertionAlgorithm } from '../checks/user-assertion-algorithm'
import { userAssertionAudience } from '../checks/user-assertion-audience'
import { userAssertionClaims } from '../checks/user-assertion-claims'
import { userAssertionCurrent } from '../checks/user-assertion-current'
import { userAssertionIssuerTrusted } from '../checks/user-assertion-issuer-trusted'
import { userAssertionReadable } from '../checks/user-assertion-readable'
import { userAssertionScope } from '../checks/user-assertion-scope'
import { userAssertionSent } from '../checks/user-assertion-sent'
import { userAssertionSignature } from '../checks/user-assertion-signature'
import { userAssertionSubject } from '../checks/user-assertion-subject'
import { userAssertionUnused } from '../checks/user-assertion-unused'
import type { AuthorizationServerEnvironment } from '../environment'
import { servedResources } from '../resources'
import { newSecret, sha256 } from '../secret-key'
import { issueAccessToken } from '../tokens/access-token'
import { invalidGrant } from '../tokens/invalid-grant'
import { requestedResources } from '../tokens/request'
import { tokenResponse } from '../tokens/token-response'
import { CLOCK_SKEW, type UserAssertion } from '../tokens/user-assertion'
import type { TokenGrant } from './grant'

/**
 * JWT bearer (RFC 7523, section 2.1): an issuer this server trusts asserts the user, who does not have to be there. No
 * refresh token comes with it: whoever needs another token gets another assertion (RFC 7521, section 4.1).
 */
export const jwtBearer: TokenGrant = {
  grantType: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
  checks: [
    userAssertionSent,
    userAssertionReadable,
    userAssertionClaims,
    userAssertionIssuerTrusted,
    userAssertionAlgorithm,
    userAssertionSignature,
    userAssertionAudience,
    userAssertionCurrent,
    userAssertionSubject,
    requestedResourceKnown,
    userAssertionScope,
    userAssertionUnused,
  ],
  async handle({ form, client, jkt }, env, rules) {
    const value = parameter(form, 'assertion')
    await rules.apply(userAssertionSent, { value })
    const jwt = decodeJwt(value ?? '')
    await rules.apply(userAssertionReadable, { jwt })
    if (value === null || jwt === null) throw invalidGrant('The assertion is no JWT.', ['rfc7523-3.1'])
    const issuer = await env.store.get('trusted_issuers', String(jwt.payload.iss))
    const audiences = [env.origins.issuer, `${env.origins.issuer}/token`]
    const assertion: UserAssertion = { value, jwt, issuer, now: env.now(), audiences }
    await rules.apply(userAssertionClaims, assertion)
    await rules.apply(userAssertionIssuerTrusted, assertion)
    await rules.apply(userAssertionAlgorithm, assertion)
    await rules.apply(userAssertionSignature, assertion)
    await rules.apply(userAssertionAudience, assertion)
    await rules.apply(userAssertionCurrent, assertion)
    const subject = String(jwt.payload.sub)
    await rules.apply(userAssertionSubject, { subject, user: await env.store.get('users', subject), issuer })

    const resources = requestedResources(form)
    if (resources.length > 0) {
      await rules.apply(requestedResourceKnown, { resources, served: await servedResources(resources, env) })
    }
    const requested = parameter(form, 'scope')
    const agreed = issuer?.scope ?? client.scope
    await rules.apply(userAssertionScope, { requested, issuer: agreed, client: client.scope })
    await rules.apply(userAssertionUnused, { use: () => countUse(assertion, env) })

    const scope = requested ?? intersectScope(agreed, client.scope)
    const resource = resources[0] ?? null
    const grantId = await openGrant(env, { client_id: client.key, user_id: subject, scope, resource })
    const token = { clientId: client.key, userId: subject, scope, grantId, resource, authTime: null, jkt }
    return tokenResponse(await issueAccessToken(env, token), scope, null)
  },
}

/** By `jti` where there is one, else by the assertion itself; kept as long as it could be presented. */
async function countUse(
  { value, jwt, now }: UserAssertion,
  { store }: AuthorizationServerEnvironment,
): Promise<number> {
  const { iss, jti, exp } = jwt.payload
  const row = {
    key: await sha256(typeof jti === 'string' ? `${String(iss)} ${jti}` : value),
    issuer: String(iss),
    uses: 1,
    issued_at: now,
    expires_at: (Number(exp) + CLOCK_SKEW) * 1000,
  }
  return store.increment('user_assertions', row, 'uses')
}

/** What the assertion produced, so that it can be revoked. */
async function openGrant(
  env: AuthorizationServerEnvironment,
  granted: { client_id: string; user_id: string; scope: string; resource: string | null },
): Promise<string> {
  const key = newSecret(env)
  const times = { issued_at: env.now(), expires_at: env.now(), revoked_at: null, revoked_because: null }
  await env.store.insert('grants', { key, grant_type: jwtBearer.grantType, ...granted, ...times })
  return key
}
