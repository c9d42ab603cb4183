import type { AttackPlan } from '@/lib/attacks'
import type { SwitchValue } from '@/lib/oauth/policy'
import { type Attempt, attempt, type Conditions } from './attempt'
import type { MatrixHost } from './host'

/** One line of defence: a check, or a switch whose working leaves nothing to refuse (no Referer, no password re-posted). */
export type Layer = { check: string; by: string } | { setting: string; weakened: SwitchValue }

/** What stands between an attack and its success: taken away one by one until it succeeds. */
export interface Defences {
  /** In the order in which they stopped it. */
  layers: Layer[]
  /** With all of them gone the attack succeeds: they are what stops it, and nothing else. */
  turned: boolean
  /** The run in which it succeeded; else the last one. */
  last: Attempt
}

/** More lines of defence than any attack meets. */
const DEEPEST = 16

/**
 * Takes the defences away, one at a time: the check that refused is not made, or, where nothing refused, a switch that
 * matters to the attack is set to its weak value. What is left when the attack succeeds is the proof that these
 * stopped it (mutation control).
 *
 * @param first the attack under the conditions as they are, which failed
 */
export async function findDefences(
  plan: AttackPlan,
  host: MatrixHost,
  conditions: Conditions,
  first: Attempt,
): Promise<Defences> {
  const layers: Layer[] = []
  const off = new Set(conditions.checksOff)
  const policy: Record<string, SwitchValue> = { ...conditions.policy }
  const weak = Object.entries(plan.attack.switches).filter(([, value]) => value !== undefined)
  let last = first
  for (let depth = 0; depth < DEEPEST && !last.succeeded; depth++) {
    const check = last.refusal?.check
    const switchFirst = plan.attack.stoppedBySwitch === true && weak.length > 0
    if (check && !off.has(check) && !switchFirst) {
      off.add(check)
      layers.push({ check, by: last.refusal?.by ?? '' })
    } else {
      const next = weak.shift()
      if (!next) break
      const [setting, weakened] = next
      policy[setting] = weakened
      layers.push({ setting, weakened })
    }
    const now = await attempt(plan, host, { ...conditions, policy, checksOff: [...off] })
    const changed = now.succeeded || now.stoppedAt !== last.stoppedAt || now.refusal?.check !== last.refusal?.check
    if (!changed && 'setting' in (layers.at(-1) ?? {})) layers.pop()
    last = now
  }
  return { layers, turned: last.succeeded, last }
}

/**
 * What accounts for a failure, in few runs: the attack's own switches and the check that refused it are taken away
 * together, and only what is left then is taken away one at a time. Where nothing refused, or the switches help it
 * against each other, it is `findDefences` from the beginning.
 */
export async function explainShortly(
  plan: AttackPlan,
  host: MatrixHost,
  conditions: Conditions,
  first: Attempt,
): Promise<Defences> {
  const { refusal } = first
  if (refusal !== null && !plan.attack.stoppedBySwitch) {
    const { policy, checksOff = [] } = conditions
    const weak = plan.attack.switches as Record<string, SwitchValue>
    const opened = { ...conditions, policy: { ...policy, ...weak }, checksOff: [...checksOff, refusal.check] }
    const left = await findDefences(plan, host, opened, await attempt(plan, host, opened))
    if (left.turned) return { ...left, layers: [{ check: refusal.check, by: refusal.by }, ...left.layers] }
  }
  return findDefences(plan, host, conditions, first)
}

/** How a line of defence is called in a cell. */
export function nameOf(layer: Layer): string {
  return 'check' in layer ? layer.check : layer.setting
}
