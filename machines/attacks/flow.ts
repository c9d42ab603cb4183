import type { AttackPlan } from '@/lib/attacks'
import type { Preset, SwitchValue } from '@/lib/oauth/policy'
import type { GrantEntry, LabForRun } from '../catalogue'
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
  const { attack, grant, variant, case: one } = plan
  const entry = flowUnder(grant, preset, variant.policy)
  const [rfc] = attack.cites
  if (!rfc) throw new Error(`The attack ${attack.id} cites nothing.`)
  return {
    slug: `${attack.slug}--${grant}--${one.id}`,
    machine: attackMachine(plan, preset),
    lesson: attackLesson(plan, preset),
    client: entry.client,
    options: [],
    lab: () => attackLab(plan, { preset, policy }),
    rfc,
    status: 'care',
  }
}

/** The lab to run an attack in. */
export function attackLab(
  { attack, grant, case: one }: AttackPlan,
  { preset, policy = {} }: AttackSettings,
): LabForRun {
  const ref = { attack: attack.slug, grant, case: one.id }
  return { policy: { preset, ...grantPolicy(grant), ...policy }, attack: ref }
}

/** Switches without which the flow would be another one. */
export function grantPolicy(grant: string): Readonly<Record<string, SwitchValue>> {
  if (grant === 'implicit') return { browserGrant: 'token' }
  return grant === 'openid-connect' ? { openIdConnect: true } : {}
}
