import type { AuthorizationServerEnvironment } from '../environment'
import { secretKey } from '../secret-key'
import type { AccessToken, Grant, RefreshToken } from '../tables'

/** A token as the store knows it. */
export type FoundToken = { grant: Grant | null } & (
  | { kind: 'access_token'; row: AccessToken }
  | { kind: 'refresh_token'; row: RefreshToken }
)

export type FoundAccessToken = Extract<FoundToken, { kind: 'access_token' }>

/**
 * Finds a token of either kind.
 *
 * @param hint where to look first; a wrong or unknown one changes nothing (RFC 7009, section 2.1; RFC 7662, section 2.1)
 */
export async function findToken(
  env: AuthorizationServerEnvironment,
  token: string,
  hint: string | null,
): Promise<FoundToken | null> {
  const key = await secretKey(env, token)
  const kinds = ['access_token', 'refresh_token'] as const
  for (const kind of hint === 'refresh_token' ? kinds.toReversed() : kinds) {
    const found = kind === 'access_token' ? await findAccessToken(env, key) : await findRefreshToken(env, key)
    if (found) return found
  }
  return null
}

async function findAccessToken(env: AuthorizationServerEnvironment, key: string): Promise<FoundToken | null> {
  const row = await env.store.get('access_tokens', key)
  return row && { kind: 'access_token', row, grant: await env.store.get('grants', row.grant_id) }
}

async function findRefreshToken(env: AuthorizationServerEnvironment, key: string): Promise<FoundToken | null> {
  const row = await env.store.get('refresh_tokens', key)
  return row && { kind: 'refresh_token', row, grant: await env.store.get('grants', row.grant_id) }
}
