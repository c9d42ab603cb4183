import { ATTACKS, findAttack } from '@/lib/attacks'
import type { Attack, GrantSlug } from '@/lib/attacks/attack'
import { FACTS } from '@/lib/attacks/facts'
import { ORACLES } from '@/lib/attacks/oracles'
import { SWITCHES } from '@/lib/lab/policy'
import type { CitationId } from '@/lib/oauth/citations'
import { PRESETS, type Preset, type SwitchValue } from '@/lib/oauth/policy'
import { findGrant } from '@/machines/catalogue'
import { FURTHER_GRANTS, RFC6749_GRANTS } from './matrix'

/** An attack in words, as plain data: what a page says of it before anything has been run. */
export interface AttackAbout {
  /** `A-08`. */
  id: string
  slug: string
  title: string
  summary: string
  attacker: string
  defence: string
  cites: readonly CitationId[]
  /** Completes “The attack succeeds when ...”. */
  oracle: string
  /** What a grant must do for the attack to make sense: what is said where it does not. */
  needs: readonly string[]
  /** Where it is made, in the order of the matrix. */
  grants: readonly GrantAbout[]
  /** The one that shows it best. */
  shownOn: GrantSlug
  switches: readonly SwitchAbout[]
}

export interface GrantAbout {
  slug: GrantSlug
  title: string
  cases: readonly CaseAbout[]
}

export interface CaseAbout {
  id: string
  title: string
  /** Switches it sets whatever the preset has, besides those that matter to the attack. */
  sets: Readonly<Record<string, SwitchValue>>
}

/** A switch that matters to an attack. */
export interface SwitchAbout {
  name: string
  title: string
  cites: readonly CitationId[]
  /** The value that leaves the door open, and one that closes it; the same where no preset has another. */
  open: SwitchValue
  closed: SwitchValue
  /** What can be chosen. */
  choices: readonly SwitchValue[]
  presets: Readonly<Record<Preset, SwitchValue>>
}

/** Every grant of the matrix, in its order; the four of RFC 6749 first, which every attack is asked about. */
export function grantsOfMatrix(): { slug: GrantSlug; title: string; always: boolean }[] {
  return [...RFC6749_GRANTS, ...FURTHER_GRANTS].map((slug) => {
    return { slug, title: titleOf(slug), always: RFC6749_GRANTS.includes(slug) }
  })
}

export function allAttacks(): AttackAbout[] {
  return ATTACKS.map(about)
}

/** @returns null when there is no such attack */
export function aboutAttack(slug: string): AttackAbout | null {
  const attack = findAttack(slug)
  return attack && about(attack)
}

function about(attack: Attack): AttackAbout {
  const { id, slug, title, summary, attacker, defence, cites, oracle, needs, on } = attack
  const grants = [...RFC6749_GRANTS, ...FURTHER_GRANTS].flatMap((grant) => {
    const variant = on[grant]
    if (!variant) return []
    const cases = variant.cases.map((one) => {
      return { id: one.id, title: one.title, sets: { ...variant.policy, ...one.policy } as CaseAbout['sets'] }
    })
    return [{ slug: grant, title: titleOf(grant), cases }]
  })
  const [first] = grants
  if (!first) throw new Error(`The attack ${id} is made against no grant.`)
  return {
    ...{ id, slug, title, summary, attacker, defence, cites },
    oracle: ORACLES[oracle].title,
    needs: needs.map((fact) => FACTS[fact].otherwise),
    grants,
    shownOn: attack.shownOn ?? first.slug,
    switches: switchesOf(attack),
  }
}

function switchesOf({ switches }: Attack): SwitchAbout[] {
  return Object.entries(switches).flatMap(([name, open]) => {
    if (open === undefined) return []
    const { title, cites, values, presets } = SWITCHES[name as keyof typeof SWITCHES]
    const hardened = PRESETS.slice(2).map((preset) => presets[preset])
    const closed = hardened.find((value) => value !== open) ?? open
    const known: readonly SwitchValue[] = typeof open === 'boolean' ? [false, true] : values
    const used = new Set<SwitchValue>([open, ...Object.values(presets)])
    const choices = typeof open === 'number' ? [...used] : known.filter((value) => used.has(value) || known.length < 4)
    return [{ name, title, cites, open, closed, choices, presets }]
  })
}

function titleOf(grant: GrantSlug): string {
  const entry = findGrant(grant)
  if (!entry) throw new Error(`The catalogue has no grant ${grant}.`)
  return entry.title
}
