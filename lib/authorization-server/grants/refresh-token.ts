import { parameter } from '@/lib/oauth/form'
import { grantStands } from '../checks/grant-stands'
import { refreshBoundToClient } from '../checks/refresh-bound-to-client'
import { refreshBoundToKey } from '../checks/refresh-bound-to-key'
import { refreshScopeGranted } from '../checks/refresh-scope-granted'
import { refreshTokenKnown, unknownRefreshToken } from '../checks/refresh-token-known'
import { refreshTokenSent } from '../checks/refresh-token-sent'
import { refreshUnexpired } from '../checks/refresh-unexpired'
import { refreshUnused } from '../checks/refresh-unused'
import { resourceGranted } from '../checks/resource-granted'
import { userEnabled } from '../checks/user-enabled'
import type { AuthorizationServerEnvironment } from '../environment'
import { secretKey } from '../secret-key'
import type { RefreshToken } from '../tables'
import { issueAccessToken } from '../tokens/access-token'
import { revokeGrant } from '../tokens/grants'
import { issueIdToken } from '../tokens/id-token'
import { idleLimit, issueRefreshToken } from '../tokens/refresh-token'
import { requestedResources } from '../tokens/request'
import { tokenResponse } from '../tokens/token-response'
import type { TokenGrant } from './grant'

/**
 * `refresh_token` (RFC 6749, section 6; RFC 9700, section 4.14.2). A narrower scope narrows the access token only. The
 * token is retired last, so that a request refused for another reason neither uses it up nor revokes the family.
 */
export const refreshToken: TokenGrant = {
  grantType: 'refresh_token',
  checks: [
    refreshTokenSent,
    refreshTokenKnown,
    refreshBoundToClient,
    refreshBoundToKey,
    refreshUnexpired,
    userEnabled,
    resourceGranted,
    refreshScopeGranted,
    grantStands,
    refreshUnused,
  ],
  async handle({ form, client, jkt }, env, rules) {
    const value = parameter(form, 'refresh_token')
    await rules.apply(refreshTokenSent, { value })
    const token = await env.store.get('refresh_tokens', await secretKey(env, value ?? ''))
    await rules.apply(refreshTokenKnown, { token })
    if (!token) throw unknownRefreshToken()
    await rules.apply(refreshBoundToClient, { token, client })
    await rules.apply(refreshBoundToKey, { token, jkt })
    await rules.apply(refreshUnexpired, { token, now: env.now() })
    await rules.apply(userEnabled, { user: await env.store.get('users', token.user_id) })
    await rules.apply(resourceGranted, {
      resources: requestedResources(form),
      granted: token.resource ?? env.origins.resource,
    })
    const requested = parameter(form, 'scope')
    await rules.apply(refreshScopeGranted, { requested, granted: token.scope })
    await rules.apply(grantStands, { grant: await env.store.get('grants', token.grant_id) })
    await rules.apply(refreshUnused, { retire: () => retire(token, env), now: env.now() })

    const { client_id, user_id, grant_id, resource, auth_time, nonce } = token
    const scope = requested ?? token.scope
    const tokenRequest = {
      clientId: client_id,
      userId: user_id,
      scope,
      grantId: grant_id,
      resource,
      authTime: auth_time,
      jkt,
    }
    const accessToken = await issueAccessToken(env, tokenRequest)
    const login = { client, userId: user_id, scope, authTime: auth_time, nonce: null, accessToken: accessToken.value }
    const idToken = await issueIdToken(env, login)
    if (env.policy.rotateRefreshTokens) {
      const family = { client_id, user_id, scope: token.scope, grant_id, resource, auth_time, nonce, jkt: token.jkt }
      return { ...tokenResponse(accessToken, scope, await issueRefreshToken(env, family, token.ends_at)), ...idToken }
    }
    await env.store.update('refresh_tokens', token.key, { expires_at: idleLimit(env, token.ends_at) })
    return { ...tokenResponse(accessToken, scope, null), ...idToken }
  },
}

/** Retires the token, atomically, and answers since when it had been; a token that comes back revokes the family. */
async function retire(token: RefreshToken, env: AuthorizationServerEnvironment): Promise<number | null> {
  const claim = await env.store.claim('refresh_tokens', token.key)
  if (claim === 'missing') throw unknownRefreshToken()
  if (claim === 'claimed') return null
  if (env.policy.revokeOnRefreshReuse) await revokeGrant(env, token.grant_id, 'refresh token reused')
  return token.used_at ?? env.now()
}
