import type { AuthorizationServerEnvironment } from '../environment'
import type { Grant } from '../tables'

export type Because = 'code replayed' | 'refresh token reused' | 'client asked' | 'user signed out'

/** Ends every token made under the grant, now and under any interleaving: tokens are good only while their grant is. */
export async function revokeGrant(
  env: AuthorizationServerEnvironment,
  grantId: string,
  because: Because,
): Promise<void> {
  const grant = await env.store.get('grants', grantId)
  if (!grant || grant.revoked_at !== null) return
  await env.store.update('grants', grantId, { revoked_at: env.now(), revoked_because: because })
}

/** Makes sure that the grant outlives what is made under it. */
export async function keepGrant(env: AuthorizationServerEnvironment, grantId: string, until: number): Promise<void> {
  const grant = await env.store.get('grants', grantId)
  if (grant && grant.expires_at < until) await env.store.update('grants', grantId, { expires_at: until })
}

/** Why nothing under this grant is good any more; null while it is. */
export function grantEnded(grant: Grant | null): string | null {
  if (!grant) return 'its grant is gone'
  return grant.revoked_at === null ? null : `its grant was revoked: ${grant.revoked_because}`
}
