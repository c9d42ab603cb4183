import { type Steps, soon, wait } from '@/lib/oauth/soon'
import type { AuthorizationServerEnvironment } from '../environment'
import { newSecret, secretKey } from '../secret-key'
import type { AccessToken } from '../tables'
import { keepGrant } from './grants'
import { signJwt } from './sign-jwt'

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
  /** Thumbprint of the key the token is bound to; null for a bearer token. */
  jkt: string | null
  /** Who acts for the user (RFC 8693, section 4.1). */
  act?: Actor | null
  /** True for a grant that lasts as long as this token anyway, so that nothing has to be looked up. */
  grantLasts?: boolean
  /** The token it is made from expires then, milliseconds: this one does not outlive it. */
  notAfter?: number
}

/** The claim `act`: the current actor outermost, earlier ones inside (RFC 8693, section 4.1). */
export interface Actor {
  sub: string
  act?: Actor
}

export interface IssuedAccessToken {
  value: string
  /** Seconds. */
  expiresIn: number
  /** How it has to be presented. */
  type: 'Bearer' | 'DPoP'
}

/** Makes an access token in the format of the policy and keeps what the server has to know about it. */
export const issueAccessToken = soon(function* (
  env: AuthorizationServerEnvironment,
  request: AccessTokenRequest,
): Steps<IssuedAccessToken> {
  const { policy, origins, store } = env
  const issuedAt = Math.floor(env.now() / 1000)
  const left = Math.floor((request.notAfter ?? Number.POSITIVE_INFINITY) / 1000) - issuedAt
  const expiresIn = Math.min(policy.accessTokenLifetimeSeconds, left)
  const format = policy.accessTokenFormat
  const jti = format === 'jwt' ? newSecret(env) : null
  const row: Omit<AccessToken, 'key'> = {
    format,
    jti,
    client_id: request.clientId,
    user_id: request.userId,
    scope: request.scope,
    resource: policy.audience ? (request.resource ?? origins.resource) : null,
    jkt: request.jkt ?? null,
    grant_id: request.grantId,
    act: request.act ? JSON.stringify(request.act) : null,
    may_act: request.userId === null ? null : yield* wait(actorAllowed(env, request)),
    issued_at: issuedAt * 1000,
    expires_at: (issuedAt + expiresIn) * 1000,
    revoked_at: null,
  }
  const value = jti === null ? newSecret(env) : yield* wait(signAccessToken(env, { ...row, jti }, request.authTime))
  yield* wait(store.insert('access_tokens', { ...row, key: secretKey(env, value) }))
  if (!request.grantLasts) yield* wait(keepGrant(env, request.grantId, row.expires_at))
  env.report({ type: 'secret', secret: { kind: 'access_token', value, madeBy: 'authorization-server' } })
  return { value, expiresIn, type: row.jkt === null ? 'Bearer' : 'DPoP' }
})

/** A JWT access token (RFC 9068, section 2). */
const signAccessToken = soon(function* (
  env: AuthorizationServerEnvironment,
  row: Omit<AccessToken, 'key' | 'jti'> & { jti: string },
  authTime: number | null,
): Steps<string> {
  const claims = {
    iss: env.origins.issuer,
    ...(row.resource !== null && { aud: row.resource }),
    sub: row.user_id ?? row.client_id,
    client_id: row.client_id,
    scope: row.scope,
    jti: row.jti,
    iat: row.issued_at / 1000,
    exp: row.expires_at / 1000,
    ...(row.jkt !== null && { cnf: { jkt: row.jkt } }),
    ...(authTime !== null && { auth_time: Math.floor(authTime / 1000) }),
    ...(row.act !== null && { act: JSON.parse(row.act) }),
    ...(row.may_act !== null && { may_act: { sub: row.may_act } }),
  }
  const key = yield* wait(env.keys.signer(env.policy.signingAlgorithm))
  return yield* wait(signJwt(claims, 'at+jwt', key))
})

/** A token for a service that may act elsewhere for its users says so: that service, and no other. */
async function actorAllowed(
  { policy, origins, store }: AuthorizationServerEnvironment,
  { resource, userId }: AccessTokenRequest,
): Promise<string | null> {
  if (!policy.audience || userId === null || resource === null || resource === origins.resource) return null
  const services = await store.find('clients', { resource })
  return services.find(({ exchange_targets }) => exchange_targets.length > 0)?.key ?? null
}
