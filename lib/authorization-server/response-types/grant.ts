import { encodeBase64Url } from '@/lib/oauth/base64url'
import type { AuthorizationServerEnvironment } from '../environment'
import type { Authorization } from './response-type'

/**
 * Opens the grant that ties together what this consent produces. A code and the access token that comes along with it
 * share one: whoever replays the code ends both.
 *
 * @returns its id
 */
export async function openGrant(
  { request: { client_id, resource }, userId, scope }: Authorization,
  grantType: 'authorization_code' | 'implicit',
  env: AuthorizationServerEnvironment,
): Promise<string> {
  const now = env.now()
  const { codeLifetimeSeconds, accessTokenLifetimeSeconds, refreshAbsoluteSeconds } = env.policy
  const tokensLive = Math.max(accessTokenLifetimeSeconds, refreshAbsoluteSeconds)
  const lives = grantType === 'implicit' ? accessTokenLifetimeSeconds : codeLifetimeSeconds + tokensLive
  const grantId = encodeBase64Url(env.random(16))
  await env.store.insert('grants', {
    key: grantId,
    grant_type: grantType,
    client_id,
    user_id: userId,
    scope,
    resource,
    issued_at: now,
    revoked_at: null,
    revoked_because: null,
    expires_at: now + lives * 1000,
  })
  return grantId
}
