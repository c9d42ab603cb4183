import { ATTACKS } from '@/lib/attacks'
import type { FixTask } from '@/lib/course/lesson-plan'
import { type AttackAbout, aboutAttack, type SwitchAbout } from './about'

/** Switches that have nothing to do with the attack, but lie among those that have. */
const OTHERS = 3

/**
 * The attack of a task in words, with the switches that the learner is offered: those that matter to it, and a few that
 * matter to other attacks on the same flow.
 *
 * @returns null when there is no such attack, or it is not made against this flow
 */
export function aboutFix({ attack, grant }: Pick<FixTask, 'attack' | 'grant'>): AttackAbout | null {
  const about = aboutAttack(attack)
  if (!about?.grants.some(({ slug }) => slug === grant)) return null
  const own = new Set(about.switches.map(({ name }) => name))
  const others = new Map<string, SwitchAbout>()
  for (const { slug, on } of ATTACKS) {
    if (slug === attack || !Object.hasOwn(on, grant)) continue
    for (const one of aboutAttack(slug)?.switches ?? []) {
      if (!own.has(one.name) && one.open !== one.closed && one.choices.length < 4) others.set(one.name, one)
    }
  }
  const offered = [...about.switches, ...[...others.values()].slice(0, OTHERS)]
  return { ...about, switches: offered.toSorted((one, other) => one.title.localeCompare(other.title, 'en')) }
}
