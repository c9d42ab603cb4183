import type { AuthorizationServerEnvironment } from '../environment'

/** Wrong secrets a client may send within the window. */
export const MOST_FAILURES = 10
const WINDOW = 60_000

/** How often somebody failed to authenticate as this client lately, and when that is forgotten (milliseconds). */
export interface Attempts {
  failures: number
  forgottenAt: number
}

export async function failedAttempts(env: AuthorizationServerEnvironment, clientId: string): Promise<Attempts> {
  const row = await env.store.get('attempts', keyOf(clientId))
  if (!row || row.expires_at <= env.now()) return { failures: 0, forgottenAt: env.now() }
  return { failures: row.failures, forgottenAt: row.expires_at }
}

export async function countFailure(
  env: AuthorizationServerEnvironment,
  clientId: string,
  { failures }: Attempts,
): Promise<void> {
  const key = keyOf(clientId)
  const issued_at = env.now()
  if (failures === 0) await env.store.remove('attempts', key)
  await env.store.increment('attempts', { key, failures: 1, issued_at, expires_at: issued_at + WINDOW }, 'failures')
}

export async function forgetFailures(
  env: AuthorizationServerEnvironment,
  clientId: string,
  { failures }: Attempts,
): Promise<void> {
  if (failures > 0) await env.store.remove('attempts', keyOf(clientId))
}

function keyOf(clientId: string): string {
  return `client ${clientId.slice(0, 100)}`
}
