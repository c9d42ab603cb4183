import type { CitationId } from './citations'

/** The presets, from careless to hardened. They differ only in their switches. */
export const PRESETS = ['permissive', 'rfc6749', 'bcp', 'oauth21', 'fapi2'] as const
export type Preset = (typeof PRESETS)[number]

export type SwitchValue = boolean | string | number

/** One named setting of one party: what it means, what it may be, and what each preset sets it to. */
export interface Switch<Value extends SwitchValue> {
  title: string
  cites: readonly CitationId[]
  /** Allowed values; for a number, the smallest and the largest. */
  values: readonly Value[]
  presets: Readonly<Record<Preset, Value>>
}

export type Switches = Readonly<Record<string, Switch<boolean> | Switch<string> | Switch<number>>>

type Widen<Value> = Value extends boolean ? boolean : Value extends number ? number : Value

/** The policy object that a set of switches describes. */
export type PolicyOf<Set extends Switches> = {
  -readonly [Name in keyof Set]: Widen<Set[Name]['values'][number]>
}

export type PresetRow<Value> = readonly [permissive: Value, rfc6749: Value, bcp: Value, oauth21: Value, fapi2: Value]

/** One row of the policy table: title, sections, allowed values, then one value a preset in the order of `PRESETS`. */
export function setting<const Value extends SwitchValue>(
  title: string,
  cites: readonly CitationId[],
  values: readonly Value[],
  row: PresetRow<NoInfer<Value>>,
): Switch<Value> {
  const [permissive, rfc6749, bcp, oauth21, fapi2] = row
  return {
    title,
    cites,
    values,
    presets: { permissive, rfc6749, bcp, oauth21, fapi2 },
  }
}

/** A switch that is on or off. */
export function onOff(title: string, cites: readonly CitationId[], row: PresetRow<boolean>): Switch<boolean> {
  return setting<boolean>(title, cites, [true, false], row)
}

/** A number between two bounds, both included. */
export function range(
  title: string,
  cites: readonly CitationId[],
  [least, most]: [least: number, most: number],
  row: PresetRow<number>,
): Switch<number> {
  return setting<number>(title, cites, [least, most], row)
}

export function presetPolicy<Set extends Switches>(switches: Set, preset: Preset): PolicyOf<Set> {
  return Object.fromEntries(Object.entries(switches).map(([name, one]) => [name, one.presets[preset]])) as PolicyOf<Set>
}
