import { isTheme, type Theme } from '@/components/ui/theme'
import type { GrantEntry } from '@/machines/kit/entry'
import { chosenOptions } from '@/machines/kit/options'
import { TABS, type Tab, VIEWS, type View } from './viewer'

/** Goes up when old links would be read wrongly. */
const VERSION = '1'

/** Where somebody is in a flow: everything a link says, and never a secret. */
export interface Spot {
  options: Readonly<Record<string, string>>
  /** Slug of the step; null before the first. */
  step: string | null
  tab: Tab
  view: View
  /** Null: as the reader's own system says. */
  theme: Theme | null
}

/** Path and query of a spot. What is as it usually is, is left out. */
export function linkTo(
  entry: Pick<GrantEntry, 'slug' | 'home' | 'options'>,
  { options, step, tab, view, theme }: Spot,
): string {
  const parameters = new URLSearchParams()
  for (const { name, default: usual } of entry.options) {
    const value = options[name]
    if (value !== undefined && value !== usual) parameters.set(name, value)
  }
  if (step !== null) parameters.set('step', step)
  if (tab !== TABS[0]) parameters.set('tab', tab)
  if (view !== VIEWS[0]) parameters.set('view', view)
  if (theme !== null) parameters.set('theme', theme)
  parameters.set('v', VERSION)
  return `${runsOf(entry)}?${parameters}`
}

/** The path of a flow's runs. */
export const runsOf = ({ slug, home }: Pick<GrantEntry, 'slug' | 'home'>): string => home?.runs ?? `/flows/${slug}`

/** The spot a link names. What nobody offers falls back to what is usual, and is told. */
export function readLink(
  entry: Pick<GrantEntry, 'options'>,
  parameters: Readonly<Record<string, string | undefined>>,
): Spot & { notice: string | null } {
  const { step = null, tab, view, theme } = parameters
  const unknown: string[] = []
  const known = <Value extends string>(
    name: string,
    wanted: string | undefined,
    choices: readonly Value[],
  ): Value | null => {
    const found = choices.find((choice) => choice === wanted) ?? null
    if (wanted !== undefined && found === null) unknown.push(`${name} “${wanted.slice(0, 60)}”`)
    return found
  }
  for (const { name, choices } of entry.options) {
    known(
      name,
      parameters[name],
      choices.map(({ value }) => value),
    )
  }
  const spot = {
    options: chosenOptions(entry.options, parameters),
    step: step === '' ? null : step,
    tab: known('tab', tab, TABS) ?? TABS[0],
    view: known('view', view, VIEWS) ?? VIEWS[0],
    theme: isTheme(theme) ? theme : known<Theme>('theme', theme, []),
  }
  const names = new Intl.ListFormat('en').format(unknown)
  return {
    ...spot,
    notice: names === '' ? null : `The link names ${names}: not offered here. You see what is usual instead.`,
  }
}
