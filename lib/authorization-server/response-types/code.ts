import type { AuthorizationServerEnvironment } from '../environment'
import { newSecret, secretKey } from '../secret-key'
import type { Authorization } from './response-type'

/**
 * The word `code` (RFC 6749, section 4.1): a code of 256 random bits, kept by its hash with everything the token
 * request will be compared with.
 */
export async function issueCode(
  { request, userId, authTime, scope }: Authorization,
  grantId: string,
  env: AuthorizationServerEnvironment,
): Promise<string> {
  const now = env.now()
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
    expires_at: now + env.policy.codeLifetimeSeconds * 1000,
    used_at: null,
  })
  return value
}
