import { parameter } from '@/lib/oauth/form'
import { scopeTokens } from '@/lib/oauth/scope'
import { allOf, soon, wait } from '@/lib/oauth/soon'
import { clientConfidential } from '../checks/client-confidential'
import { requestedResourceKnown } from '../checks/requested-resource-known'
import { requestedScopeAllowed } from '../checks/requested-scope-allowed'
import { requestedScopeWellFormed } from '../checks/requested-scope-well-formed'
import { scopeWithoutUser } from '../checks/scope-without-user'
import type { AuthorizationServerEnvironment } from '../environment'
import { servedResources } from '../resources'
import { isAboutUser } from '../scopes'
import { randomText } from '../secret-key'
import type { Grant } from '../tables'
import { issueAccessToken } from '../tokens/access-token'
import { requestedResources } from '../tokens/request'
import { tokenResponse } from '../tokens/token-response'
import type { TokenGrant } from './grant'

/**
 * `client_credentials` (RFC 6749, section 4.4): the client asks on its own behalf. There is no refresh token: the
 * client can always ask again the same way (section 4.4.3). A request that names no scope gets all that the client
 * registered.
 */
export const clientCredentials: TokenGrant = {
  grantType: 'client_credentials',
  checks: [
    clientConfidential,
    requestedScopeWellFormed,
    requestedScopeAllowed,
    scopeWithoutUser,
    requestedResourceKnown,
  ],
  handle: soon(function* ({ form, client, jkt }, env, rules) {
    rules.apply(clientConfidential, { client })
    const requested = parameter(form, 'scope')
    rules.apply(requestedScopeWellFormed, { scope: requested })
    const scope = requested ?? ownScope(client.scope)
    rules.apply(requestedScopeAllowed, { scope, allowed: client.scope })
    rules.apply(scopeWithoutUser, { scope })
    const resources = requestedResources(form)
    if (resources.length > 0) {
      const served = yield* wait(servedResources(resources, env))
      rules.apply(requestedResourceKnown, { resources, served })
    }
    const grant = newGrant({ client_id: client.key, scope, resource: resources[0] ?? null }, env)
    const token = {
      clientId: client.key,
      userId: null,
      scope,
      grantId: grant.key,
      resource: grant.resource,
      authTime: null,
      grantLasts: true,
      jkt,
    }
    const [accessToken] = yield* wait(allOf([issueAccessToken(env, token), env.store.insert('grants', grant)]))
    return tokenResponse(accessToken, scope, null)
  }),
}

function ownScope(registered: string): string {
  return scopeTokens(registered)
    .filter((token) => !isAboutUser(token))
    .join(' ')
}

/** Without consent and without a refresh token, a grant lasts as long as its one access token. */
function newGrant(
  { client_id, scope, resource }: Pick<Grant, 'client_id' | 'scope' | 'resource'>,
  env: Pick<AuthorizationServerEnvironment, 'now' | 'random' | 'policy'>,
): Grant {
  const issued_at = env.now()
  return {
    key: randomText(env, 16),
    grant_type: 'client_credentials',
    client_id,
    user_id: null,
    scope,
    resource,
    issued_at,
    revoked_at: null,
    revoked_because: null,
    expires_at: issued_at + env.policy.accessTokenLifetimeSeconds * 1000,
  }
}
