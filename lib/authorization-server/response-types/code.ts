import { encodeBase64Url } from '@/lib/oauth/base64url'
import { newSecret, secretKey } from '../secret-key'
import type { ResponseType } from './response-type'

/**
 * `response_type=code` (RFC 6749, section 4.1): a code of 256 random bits, kept by its hash with everything the token
 * request will be compared with, under a grant that ties together what this consent produces.
 */
export const code: ResponseType = {
  name: 'code',
  grantType: 'authorization_code',
  bearsTokens: false,
  async issue({ request, userId, authTime, scope }, env) {
    const now = env.now()
    const { codeLifetimeSeconds, accessTokenLifetimeSeconds, refreshAbsoluteSeconds } = env.policy
    const tokensLive = Math.max(accessTokenLifetimeSeconds, refreshAbsoluteSeconds)
    const {
      client_id,
      redirect_uri,
      redirect_uri_sent,
      code_challenge,
      code_challenge_method,
      nonce,
      resource,
      dpop_jkt,
    } = request
    const grantId = encodeBase64Url(env.random(16))
    await env.store.insert('grants', {
      key: grantId,
      grant_type: 'authorization_code',
      client_id,
      user_id: userId,
      scope,
      resource,
      issued_at: now,
      revoked_at: null,
      revoked_because: null,
      expires_at: now + (codeLifetimeSeconds + tokensLive) * 1000,
    })
    const value = newSecret(env)
    env.report({ type: 'secret', secret: { kind: 'authorization_code', value, madeBy: 'authorization-server' } })
    await env.store.insert('authorization_codes', {
      key: await secretKey(env, value),
      client_id,
      user_id: userId,
      scope,
      grant_id: grantId,
      redirect_uri,
      redirect_uri_sent,
      code_challenge,
      code_challenge_method,
      nonce,
      resource,
      dpop_jkt,
      auth_time: authTime,
      issued_at: now,
      expires_at: now + codeLifetimeSeconds * 1000,
      used_at: null,
    })
    return [['code', value]]
  },
}
