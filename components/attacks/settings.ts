import type { AttackAbout, SwitchAbout } from '@/lib/attack-matrix/about'
import type { GrantSlug } from '@/lib/attacks/attack'
import { PRESETS, type Preset, type SwitchValue } from '@/lib/oauth/policy'
import type { ChosenOptions, GrantOption } from '@/machines/kit/options'

/** The presets as people call them. */
export const PRESET_NAMES: Readonly<Record<Preset, string>> = {
  permissive: 'Permissive',
  rfc6749: 'RFC 6749',
  bcp: 'RFC 9700',
  oauth21: 'OAuth 2.1',
  fapi2: 'FAPI 2.0',
}

export const PRESET_CHOICES = PRESETS.map((value) => ({ value, label: PRESET_NAMES[value] }))

/** Where an attack has its best chance, and there is most to see. */
const USUAL_PRESET: Preset = 'permissive'

export type Policy = Readonly<Record<string, SwitchValue>>

/** Which run of an attack, and under what. */
export interface Settings {
  grant: GrantSlug
  case: string
  preset: Preset
  /** Switches set otherwise than the preset has them. */
  policy: Policy
}

/** Name of a switch in the address: `set.pkce=off`. */
const parameterOf = (name: string) => `set.${name}`

/** A value as people read it. */
export const valueText = (value: SwitchValue): string =>
  typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value)

/** The choice among the presets, as the player knows options. */
export function presetOption(usual: Preset): GrantOption {
  const choices = PRESET_CHOICES.map((choice) => ({ ...choice, policy: {} }))
  return { name: 'preset', label: 'Rules', choices, default: usual }
}

/**
 * The options of an attack's runs, as the player knows options: grant, case, preset, and the switches that matter.
 * Their policies are empty: a run's lab is made from `settingsOf`.
 */
export function attackOptions(about: AttackAbout, { grant }: { grant?: string | undefined } = {}): GrantOption[] {
  const choice = (value: string, label: string) => ({ value, label, policy: {} })
  const chosen = about.grants.find(({ slug }) => slug === grant) ?? shown(about)
  const grants = about.grants.map(({ slug, title }) => choice(slug, title))
  const cases = chosen.cases.map(({ id, title }) => choice(id, title))
  return [
    { name: 'grant', label: 'Grant', choices: grants, default: about.shownOn },
    { name: 'case', label: 'Case', choices: cases, default: cases[0]?.value ?? '' },
    presetOption(USUAL_PRESET),
    ...about.switches.map(({ name, title, choices }) => ({
      name: parameterOf(name),
      label: title,
      choices: [choice('', 'As the rules have it'), ...choices.map((value) => choice(String(value), valueText(value)))],
      default: '',
    })),
  ]
}

/** The grant that shows an attack best. */
function shown({ grants, shownOn, slug }: AttackAbout): AttackAbout['grants'][number] {
  const found = grants.find((grant) => grant.slug === shownOn)
  if (!found) throw new Error(`The attack ${slug} is not made against ${shownOn}.`)
  return found
}

/** What the options of an address say; what is not offered is as it usually is. */
export function settingsOf(about: AttackAbout, chosen: ChosenOptions): Settings {
  const pick = ({ name, choices, default: usual }: GrantOption) =>
    choices.find(({ value }) => value === chosen[name])?.value ?? usual
  const [grant, one, preset, ...switches] = attackOptions(about, { grant: chosen.grant }).map(pick)
  const policy = about.switches.flatMap(({ name, choices }, index) => {
    const value = choices.find((choice) => String(choice) === switches[index])
    return value === undefined ? [] : [[name, value] as const]
  })
  return { grant: grant as GrantSlug, case: one ?? '', preset: preset as Preset, policy: Object.fromEntries(policy) }
}

/** The settings as the address of a page has them, with nothing left out that another preset would change. */
export function queryOf({ grant, case: one, preset, policy }: Settings): URLSearchParams {
  const switches = Object.entries(policy).map(([name, value]) => [parameterOf(name), String(value)])
  return new URLSearchParams([['grant', grant], ['case', one], ['preset', preset], ...switches])
}

/** The run of an attack in the player, at a step if given. */
export function runLink(slug: string, settings: Settings, step?: string | null): string {
  const query = queryOf(settings)
  if (step) query.set('step', step)
  return `/attacks/${slug}/run?${query}`
}

/** What every switch that matters is set to. */
export function valuesOf(about: AttackAbout, { preset, policy }: Pick<Settings, 'preset' | 'policy'>): Policy {
  return Object.fromEntries(about.switches.map((one) => [one.name, policy[one.name] ?? one.presets[preset]]))
}

/** Every switch at the value that leaves the door open, or that closes it. */
export function allSwitches(about: AttackAbout, to: 'open' | 'closed'): Policy {
  return Object.fromEntries(about.switches.map((one: SwitchAbout) => [one.name, one[to]]))
}
