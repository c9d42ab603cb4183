import { slugOf } from '@/lib/attacks/attack'
import type { HttpResponse } from '@/lib/oauth/http'
import type { Arrival, Draft, Exchange } from '@/lib/wire/exchange'
import type { Lab } from '../lab'
import type { Recorder } from '../recorder'
import { malloryKnows } from './knowledge'

/** An exchange that is not on record yet. */
interface Answered {
  draft: Draft
  response: HttpResponse
  recorder: Recorder
  /** What it brought, as far as the one who sent it can see. */
  arrival: Arrival
}

/** Whether an exchange left Mallory with what its step is for. True for every step that promises nothing. */
export function gained(lab: Lab, { draft, response, recorder, arrival }: Answered): boolean {
  const kind = lab.attacker.plan?.case.script.find((one) => slugOf(one) === draft.step)?.gains
  if (kind === undefined || arrival === 'nonce-demanded') return true
  const now = { ...lab, exchanges: [...lab.exchanges, { ...draft, response } as Exchange] }
  const knows = malloryKnows(now)
  const made = [...lab.castSecrets, ...lab.exchanges.flatMap(({ secrets }) => secrets), ...recorder.secrets]
  return made.some((secret) => secret.kind === kind && secret.madeBy !== 'attacker' && knows(secret.value))
}
