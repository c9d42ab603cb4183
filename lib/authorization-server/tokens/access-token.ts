import { SignJWT } from 'jose'
import type { AuthorizationServerEnvironment } from '../environment'
import { newSecret, secretKey } from '../secret-key'
import type { AccessToken } from '../tables'
import { keepGrant } from './grants'

/** Whom an access token is for and what it allows. */
export interface AccessTokenRequest {
  clientId: string
  /** Null when the client acts for itself. */
  userId: string | null
  scope: string
  grantId: string
  /** The resource asked for; null for the default one. */
  resource: string | null
  /** When the user signed in, milliseconds; null without a user. */
  authTime: number | null
}

export interface IssuedAccessToken {
  value: string
  /** Seconds. */
  expiresIn: number
}

/** Makes an access token in the format of the policy and keeps what the server has to know about it. */
export async function issueAccessToken(
  env: AuthorizationServerEnvironment,
  request: AccessTokenRequest,
): Promise<IssuedAccessToken> {
  const { policy, origins, store } = env
  const expiresIn = policy.accessTokenLifetimeSeconds
  const issuedAt = Math.floor(env.now() / 1000)
  const format = policy.accessTokenFormat
  const jti = format === 'jwt' ? newSecret(env) : null
  const row: Omit<AccessToken, 'key'> = {
    format,
    jti,
    client_id: request.clientId,
    user_id: request.userId,
    scope: request.scope,
    resource: policy.audience ? (request.resource ?? origins.resource) : null,
    grant_id: request.grantId,
    issued_at: issuedAt * 1000,
    expires_at: (issuedAt + expiresIn) * 1000,
    revoked_at: null,
  }
  const value = jti === null ? newSecret(env) : await signAccessToken(env, { ...row, jti }, request.authTime)
  await store.insert('access_tokens', { key: await secretKey(env, value), ...row })
  await keepGrant(env, request.grantId, row.expires_at)
  env.report({ type: 'secret', secret: { kind: 'access_token', value, madeBy: 'authorization-server' } })
  return { value, expiresIn }
}

/** A JWT access token (RFC 9068, section 2). */
async function signAccessToken(
  env: AuthorizationServerEnvironment,
  row: Omit<AccessToken, 'key' | 'jti'> & { jti: string },
  authTime: number | null,
): Promise<string> {
  const { alg, kid, privateKey } = await env.keys.signer(env.policy.signingAlgorithm)
  const claims = {
    iss: env.origins.issuer,
    ...(row.resource !== null && { aud: row.resource }),
    sub: row.user_id ?? row.client_id,
    client_id: row.client_id,
    scope: row.scope,
    jti: row.jti,
    iat: row.issued_at / 1000,
    exp: row.expires_at / 1000,
    ...(authTime !== null && { auth_time: Math.floor(authTime / 1000) }),
  }
  return new SignJWT(claims).setProtectedHeader({ alg, kid, typ: 'at+jwt' }).sign(privateKey)
}
