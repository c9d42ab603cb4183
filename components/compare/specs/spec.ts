import { CATALOGUE, findGrant } from '@/machines/catalogue'
import type { GrantEntry } from '@/machines/kit/entry'
import { chosenOptions } from '@/machines/kit/options'

/** How many flows stand side by side. */
export const MOST_COLUMNS = 4

/** One flow to compare: which, and with which options (every one of them, defaults too). */
export interface FlowSpec {
  entry: GrantEntry
  options: Record<string, string>
}

/** What a link asked for, and what could not be given as asked. */
export interface ReadSpecs {
  specs: FlowSpec[]
  notices: string[]
}

/**
 * Reads `authorization-code~pkce:off,implicit`. What is not known is replaced by what comes nearest, with a notice:
 * a link that was typed or shared long ago still leads somewhere.
 */
export function readSpecs(text: string): ReadSpecs {
  const notices: string[] = []
  const specs: FlowSpec[] = []
  const parts = text.split(',').filter((part) => part.trim() !== '')
  for (const part of parts) {
    const read = readSpec(part, notices)
    if (!read) continue
    if (specs.some((spec) => specKey(spec) === specKey(read))) {
      notices.push(`“${titleOf(read)}” with the same options stands there already: it is shown once.`)
    } else specs.push(read)
  }
  if (specs.length > MOST_COLUMNS) {
    notices.push(`The link names ${specs.length} flows. The first ${MOST_COLUMNS} are shown: more do not fit.`)
  }
  return { specs: specs.slice(0, MOST_COLUMNS), notices }
}

/** The flow as it stands in the address: options that are the default are left out. */
export function specKey({ entry, options }: FlowSpec): string {
  const chosen = changedOptions({ entry, options }).map(({ name, value }) => `~${name}:${value}`)
  return `${entry.slug}${chosen.join('')}`
}

/** The options that are not the default, with the words for them. */
export function changedOptions({ entry, options }: FlowSpec) {
  return entry.options.flatMap((option) => {
    const value = options[option.name] ?? option.default
    return value === option.default ? [] : [worded(option, value)]
  })
}

/** What tells this column from the others: its own changes, and what the same flow beside it does otherwise. */
export function distinctions(spec: FlowSpec, all: readonly FlowSpec[]): string[] {
  const twins = all.filter(({ entry }) => entry === spec.entry)
  return spec.entry.options.flatMap((option) => {
    const valueIn = ({ options }: FlowSpec) => options[option.name] ?? option.default
    const value = valueIn(spec)
    if (value === option.default && twins.every((twin) => valueIn(twin) === value)) return []
    const { label, choice } = worded(option, value)
    return [`${label}: ${choice}`]
  })
}

/** The query of a comparison: `?flows=…&phase=…`, readable as it stands. */
export function compareQuery(specs: readonly FlowSpec[], phase: string | null = null): string {
  if (specs.length === 0) return ''
  return `?flows=${specs.map(specKey).join(',')}${phase ? `&phase=${phase}` : ''}`
}

const titleOf = ({ entry }: FlowSpec) => entry.title

function worded({ name, label, choices }: GrantEntry['options'][number], value: string) {
  return { name, value, label, choice: choices.find((choice) => choice.value === value)?.label ?? value }
}

function readSpec(part: string, notices: string[]): FlowSpec | null {
  const [slug = '', ...pairs] = part.trim().split('~')
  const entry = findGrant(slug) ?? nearestGrant(slug)
  if (!entry) {
    notices.push(`There is no flow “${slug}”. Choose one with “Add a flow”.`)
    return null
  }
  if (entry.slug !== slug) notices.push(`There is no flow “${slug}”: “${entry.title}” comes nearest.`)
  const wanted = Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', value = ''] = pair.split(/:(.*)/s)
      return [name, value]
    }),
  )
  for (const [name, value] of Object.entries(wanted)) {
    const option = entry.options.find((one) => one.name === name)
    if (!option) notices.push(`“${entry.title}” has no option “${name}”: it is left out.`)
    else if (!option.choices.some((choice) => choice.value === value)) {
      const offers = option.choices.map((choice) => choice.value).join(', ')
      const instead = value === '' ? 'and the link names none' : `not “${value}”`
      notices.push(`“${option.label}” offers ${offers}, ${instead}: ${option.default} is taken.`)
    }
  }
  return { entry, options: chosenOptions(entry.options, wanted) }
}

/** The flow whose slug is fewest keystrokes away, when that is less than half of them. */
function nearestGrant(slug: string): GrantEntry | null {
  const [best] = CATALOGUE.map((entry) => ({ entry, away: keystrokes(slug.toLowerCase(), entry.slug) })).sort(
    (one, other) => one.away - other.away,
  )
  return best && best.away <= best.entry.slug.length / 2 ? best.entry : null
}

/** Levenshtein's distance. */
function keystrokes(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (const [done, letter] of [...from].entries()) {
    const next = [done + 1]
    for (let at = 1; at <= to.length; at += 1) {
      const replaced = (row[at - 1] ?? 0) + (to[at - 1] === letter ? 0 : 1)
      next.push(Math.min(replaced, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
