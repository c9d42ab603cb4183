import { soon, wait } from '@/lib/oauth/soon'
import type { AuthorizationServerEnvironment } from './environment'

/** Wrong guesses before a name has to wait. */
export const GUESS_LIMIT = 5
/** How long it waits after the first of them, in milliseconds. */
const WINDOW = 60_000

/** @param who what was guessed at, such as `user alice` */
export const failedGuesses = soon(function* (who: string, { store, now }: AuthorizationServerEnvironment) {
  const row = yield* wait(store.get('attempts', who))
  if (!row || row.expires_at <= now()) return { failures: 0, secondsLeft: 0 }
  return { failures: row.failures, secondsLeft: Math.ceil((row.expires_at - now()) / 1000) }
})

export async function countFailure(who: string, env: AuthorizationServerEnvironment): Promise<void> {
  if (!env.policy.limitGuesses) return
  const { failures } = await failedGuesses(who, env)
  if (failures === 0) await env.store.remove('attempts', who)
  const now = env.now()
  const row = { key: who, failures: 1, issued_at: now, expires_at: now + WINDOW }
  await env.store.increment('attempts', row, 'failures')
}
