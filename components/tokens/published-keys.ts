import { labApi } from '@/components/player/run/lab-api'
import type { KeySet } from '@/lib/token-bench/keys'

/** The authorization server's keys as it publishes them, fetched now, and the lab's time of the answer. */
export async function publishedKeys(lab: string): Promise<{ jwks: KeySet; at: number }> {
  const { exchange } = await labApi.present(lab, { token: '', to: 'keys' })
  const jwks: KeySet = JSON.parse(exchange.response?.body ?? '{"keys":[]}')
  return { jwks, at: exchange.at }
}
