import { slugOf } from '@/lib/attacks/attack'
import { advanceClock } from '../advance'
import type { Host, Lab } from '../lab'
import { toolsOf } from './tools'

/** Time passes, and Mallory gets her site ready for the next move of the script, where it asks for that. */
export async function setTrap(lab: Lab, host: Host, step: string): Promise<void> {
  const next = lab.attacker.plan?.case.script.find((one) => slugOf(one) === step)
  if (!next || 'honest' in next) return
  if (next.after) await advanceClock(lab, host, next.after)
  await next.sets?.(toolsOf(lab, host))
}

/** How many copies of her message Mallory sends together with it. */
export function othersAtOnce({ attacker }: Pick<Lab, 'attacker'>, step: string): number {
  const next = attacker.plan?.case.script.find((one) => slugOf(one) === step)
  return next && 'move' in next && typeof next.move !== 'string' ? (next.move.atOnce ?? 1) - 1 : 0
}
