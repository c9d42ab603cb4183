import { encodeBase64Url } from '@/lib/oauth/base64url'
import { issueAccessToken } from '../tokens/access-token'
import type { ResponseType } from './response-type'

/**
 * `response_type=token` (RFC 6749, section 4.2.2): the access token itself, in the redirect. There is never a refresh
 * token: nothing here proves who would hold it.
 */
export const token: ResponseType = {
  name: 'token',
  grantType: 'implicit',
  bearsTokens: true,
  async issue({ request, userId, authTime, scope }, env) {
    const { client_id, resource } = request
    const now = env.now()
    const grantId = encodeBase64Url(env.random(16))
    await env.store.insert('grants', {
      key: grantId,
      grant_type: 'implicit',
      client_id,
      user_id: userId,
      scope,
      resource,
      issued_at: now,
      revoked_at: null,
      revoked_because: null,
      expires_at: now + env.policy.accessTokenLifetimeSeconds * 1000,
    })
    const { value, expiresIn } = await issueAccessToken(env, {
      clientId: client_id,
      userId,
      scope,
      grantId,
      resource,
      authTime,
      // A redirect comes without a proof.
      jkt: null,
    })
    return [
      ['access_token', value],
      ['token_type', 'Bearer'],
      ['expires_in', String(expiresIn)],
      ['scope', scope],
    ]
  },
}
