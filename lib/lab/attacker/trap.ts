import { slugOf } from '@/lib/attacks/attack'
import type { Host, Lab } from '../lab'
import { toolsOf } from './tools'

/** Mallory gets her site ready for the next move of the script, where it asks for that. */
export async function setTrap(lab: Lab, host: Host, step: string): Promise<void> {
  const next = lab.attacker.plan?.case.script.find((one) => slugOf(one) === step)
  if (next && 'sets' in next) await next.sets?.(toolsOf(lab, host))
}
