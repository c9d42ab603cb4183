import { slugOf } from '@/lib/attacks/attack'
import type { HttpResponse } from '@/lib/oauth/http'
import type { Draft, Exchange } from '@/lib/wire/exchange'
import type { Lab } from '../lab'
import type { Recorder } from '../recorder'
import { malloryKnows } from './knowledge'

/**
 * Whether an exchange left Mallory with what its step is for. True for every step that promises nothing.
 *
 * @param draft the exchange, which is not on record yet
 */
export function gained(lab: Lab, draft: Draft, response: HttpResponse, recorder: Recorder): boolean {
  const kind = lab.attacker.plan?.case.script.find((one) => slugOf(one) === draft.step)?.gains
  if (kind === undefined) return true
  const now = { ...lab, exchanges: [...lab.exchanges, { ...draft, response } as Exchange] }
  const knows = malloryKnows(now)
  const made = [...lab.castSecrets, ...lab.exchanges.flatMap(({ secrets }) => secrets), ...recorder.secrets]
  return made.some((secret) => secret.kind === kind && secret.madeBy !== 'attacker' && knows(secret.value))
}
