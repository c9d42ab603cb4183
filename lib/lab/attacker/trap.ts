import { slugOf } from '@/lib/attacks/attack'
import type { HttpRequest } from '@/lib/oauth/http'
import { advanceClock } from '../advance'
import type { Host, Lab } from '../lab'
import { assertFairPlay } from './fair-play'
import { toolsOf } from './tools'

/** Time passes, and Mallory gets her site ready for the next move of the script, where it asks for that. */
export async function setTrap(lab: Lab, host: Host, step: string): Promise<void> {
  const next = lab.attacker.plan?.case.script.find((one) => slugOf(one) === step)
  if (!next || 'honest' in next) return
  if (next.after) await advanceClock(lab, host, next.after)
  await next.sets?.(toolsOf(lab, host))
}

/** What else Mallory sends together with her message: copies of it, or requests of their own. */
export async function sentAlongside(lab: Lab, host: Host, step: string, first: HttpRequest): Promise<HttpRequest[]> {
  const next = lab.attacker.plan?.case.script.find((one) => slugOf(one) === step)
  if (!next || 'honest' in next || typeof next.move === 'string') return []
  const { atOnce = 1, others } = next.move
  const further = (await others?.(toolsOf(lab, host))) ?? []
  for (const request of further) assertFairPlay(lab, request)
  return [...Array.from({ length: atOnce - 1 }, () => first), ...further]
}
