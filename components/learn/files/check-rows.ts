import type { Checked } from '@/lib/course/completion/completion'

export type CheckRow = Checked & {
  /** The same code, or the same person with the same lesson, stands further up. */
  again: boolean
  /** Another lesson than the one that was assigned. */
  other: boolean
  key: string
}

/**
 * The rows of a class list, with what is there more than once, or is not what was asked for.
 *
 * @param assigned digest of the lesson; null: any
 */
export function checkRows(found: readonly Checked[], assigned: string | null = null): CheckRow[] {
  const seen = new Set<string>()
  return found.map((one, at) => {
    const who = 'completion' in one ? `${one.completion.name.toLowerCase()} ${one.completion.lesson}` : one.code
    const again = seen.has(who)
    seen.add(who)
    const other = 'completion' in one && assigned !== null && one.completion.lesson !== assigned
    return { ...one, again, other, key: `${at} ${one.code}` }
  })
}
