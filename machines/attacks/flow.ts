import type { AttackPlan } from '@/lib/attacks'
import type { Preset, SwitchValue } from '@/lib/oauth/policy'
import { type LabForRun, type LoadedGrant, loadGrant } from '../kit/entry'
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
export async function attackFlow(plan: AttackPlan, { preset, policy = {} }: AttackSettings): Promise<LoadedGrant> {
  const { attack, grant, variant, case: one } = plan
  const flow = await loadGrant(flowUnder(grant, preset, variant.policy))
  const [rfc] = attack.cites
  if (!rfc) throw new Error(`The attack ${attack.id} cites nothing.`)
  const code = { machine: attackMachine(plan, flow), lesson: attackLesson(plan, flow) }
  return {
    slug: `${attack.slug}--${grant}--${one.id}`,
    title: attack.title,
    summary: attack.summary,
    ...code,
    load: () => Promise.resolve(code),
    client: flow.client,
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
