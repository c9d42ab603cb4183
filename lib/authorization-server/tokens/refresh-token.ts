import type { AuthorizationServerEnvironment } from '../environment'
import { newSecret, secretKey } from '../secret-key'
import type { Client, RefreshToken } from '../tables'
import { keepGrant } from './grants'

/** What a refresh token carries on from the authorization: rotation changes none of it. */
export type RefreshTokenRequest = Pick<
  RefreshToken,
  'client_id' | 'user_id' | 'scope' | 'grant_id' | 'resource' | 'auth_time' | 'nonce' | 'jkt'
>

/**
 * Makes a refresh token and keeps its row.
 *
 * @param endsAt the absolute limit of its predecessor, which rotation never extends; left out for the first of a family
 */
export async function issueRefreshToken(
  env: AuthorizationServerEnvironment,
  request: RefreshTokenRequest,
  endsAt = env.now() + env.policy.refreshAbsoluteSeconds * 1000,
): Promise<string> {
  const value = newSecret(env)
  await env.store.insert('refresh_tokens', {
    ...request,
    key: await secretKey(env, value),
    issued_at: env.now(),
    expires_at: idleLimit(env, endsAt),
    ends_at: endsAt,
    used_at: null,
  })
  await keepGrant(env, request.grant_id, endsAt)
  env.report({ type: 'secret', secret: { kind: 'refresh_token', value, madeBy: 'authorization-server' } })
  return value
}

/**
 * The key that a client's refresh tokens are bound to: a public client's own. A confidential client authenticates with
 * every refresh, and may change its key (RFC 9449, section 5).
 */
export function keyOfPublic(client: Client, jkt: string | null): string | null {
  return client.token_endpoint_auth_method === 'none' ? jkt : null
}

/** Until when a refresh token may lie unused from now on; milliseconds. */
export function idleLimit(env: AuthorizationServerEnvironment, endsAt: number): number {
  return Math.min(env.now() + env.policy.refreshIdleSeconds * 1000, endsAt)
}
