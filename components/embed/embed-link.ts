import { linkTo, readLink, type Spot } from '@/components/player/link'
import type { GrantEntry } from '@/machines/kit/entry'

/** What the address of an embedded player says. */
export type EmbedSpot = ReturnType<typeof readLink> & {
  /** It shows its step and goes nowhere else. */
  locked: boolean
}

/** The spot an embed's address names: as a link's, and `lock=step`. */
export function readEmbed(
  entry: Pick<GrantEntry, 'options'>,
  parameters: Readonly<Record<string, string | undefined>>,
): EmbedSpot {
  const spot = readLink(entry, parameters)
  const { lock } = parameters
  const locked = lock === 'step' && spot.step !== null
  if (lock === undefined || locked) return { ...spot, locked }
  const why =
    lock === 'step'
      ? 'The address locks the step but names none. Add step=, or step on with Next.'
      : `The address names lock “${lock.slice(0, 60)}”, which is not offered here: only lock=step is.`
  return { ...spot, locked, notice: [spot.notice, why].filter(Boolean).join(' ') }
}

/** Path and query of an embedded player at a spot. It holds no secret. */
export function embedPath(entry: Pick<GrantEntry, 'slug' | 'options'>, spot: Spot, locked: boolean): string {
  const [, query] = linkTo(entry, spot).split('?')
  return `/embed/${entry.slug}?${query}${locked ? '&lock=step' : ''}`
}

/** What a teacher pastes into a course page. @param address absolute */
export function embedSnippet(address: string, title: string): string {
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="560" loading="lazy" allow="clipboard-write" style="border: 0"></iframe>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
