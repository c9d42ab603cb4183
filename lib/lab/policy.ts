import { AUTHORIZATION_SERVER_SWITCHES, type AuthorizationServerPolicy } from '@/lib/authorization-server/policy'
import { CLIENT_SWITCHES, type ClientPolicy } from '@/lib/client/policy'
import { PRESETS, type Preset, presetPolicy, type SwitchValue } from '@/lib/oauth/policy'
import { RESOURCE_SERVER_SWITCHES, type ResourceServerPolicy } from '@/lib/resource-server/policy'
import { LabRefusal } from './refusal'

/** Every switch of a lab. Each party states its own; here they stand side by side. */
export const SWITCHES = {
  ...AUTHORIZATION_SERVER_SWITCHES,
  ...RESOURCE_SERVER_SWITCHES,
  ...CLIENT_SWITCHES,
} as const

export type LabPolicy = AuthorizationServerPolicy & ResourceServerPolicy & ClientPolicy & { preset: Preset }

const PRESET_POLICIES = Object.fromEntries(PRESETS.map((preset) => [preset, presetPolicy(SWITCHES, preset)]))

const DEFAULT_PRESET: Preset = 'bcp'

/**
 * A preset with some switches set otherwise.
 *
 * @param wanted `{ preset?, ...switches }` as it came over HTTP
 * @param current left out when a lab is made; when one is changed, what its policy was
 * @throws LabRefusal naming the switch and what it may be
 */
export function readPolicy(wanted: Record<string, unknown>, current?: LabPolicy): LabPolicy {
  const { preset = current?.preset ?? DEFAULT_PRESET, ...changes } = wanted
  if (!isPreset(preset)) {
    throw new LabRefusal(400, `There is no preset ${quoted(preset)}. Choose one of ${PRESETS.join(', ')}.`)
  }
  const base = current && preset === current.preset ? current : PRESET_POLICIES[preset]
  for (const [name, value] of Object.entries(changes)) checkSwitch(name, value)
  return { ...base, ...changes, preset } as LabPolicy
}

function checkSwitch(name: string, value: unknown): void {
  if (!Object.hasOwn(SWITCHES, name)) {
    throw new LabRefusal(
      400,
      `There is no policy switch ${quoted(name)}. The switches are ${Object.keys(SWITCHES).join(', ')}.`,
    )
  }
  const values: readonly SwitchValue[] = SWITCHES[name as keyof typeof SWITCHES].values
  const [least, most] = values
  const isRange = name.endsWith('Seconds') && typeof least === 'number' && typeof most === 'number'
  const allowed = isRange
    ? typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
    : values.includes(value as SwitchValue)
  if (allowed) return
  const choices = isRange ? `a whole number of seconds from ${least} to ${most}` : `one of ${values.join(', ')}`
  throw new LabRefusal(400, `${name} cannot be ${quoted(value)}. It takes ${choices}.`)
}

function isPreset(value: unknown): value is Preset {
  return PRESETS.some((preset) => preset === value)
}

/** A value somebody sent, short enough to be repeated in a sentence. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
