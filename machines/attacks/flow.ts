import type { AttackPlan } from '@/lib/attacks'
import type { Preset, SwitchValue } from '@/lib/oauth/policy'
import type { GrantEntry } from '../catalogue'
import { flowUnder } from './honest'
import { attackLesson } from './lesson'
import { attackMachine } from './script'

/** Under what an attack is run. */
export interface AttackSettings {
  preset: Preset
  /** Switches set otherwise than the preset has them. */
  policy?: Readonly<Record<string, SwitchValue>>
}

/** An attack as the player knows flows: machine, words, and the lab to run it in. */
export function attackFlow(plan: AttackPlan, { preset, policy = {} }: AttackSettings): GrantEntry {
  const { attack, grant, case: one } = plan
  const entry = flowUnder(grant, preset)
  const [rfc] = attack.cites
  if (!rfc) throw new Error(`The attack ${attack.id} cites nothing.`)
  const ref = { attack: attack.slug, grant, case: one.id }
  return {
    slug: `${attack.slug}--${grant}--${one.id}`,
    machine: attackMachine(plan, preset),
    lesson: attackLesson(plan, preset),
    client: entry.client,
    options: [],
    lab: () => ({ policy: { preset, ...grantPolicy(grant), ...policy }, attack: ref }),
    rfc,
    status: 'care',
  }
}

/** Switches without which the flow would be another one. */
export function grantPolicy(grant: string): Readonly<Record<string, SwitchValue>> {
  if (grant === 'implicit') return { browserGrant: 'token' }
  return grant === 'openid-connect' ? { openIdConnect: true } : {}
}
