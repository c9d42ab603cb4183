import type { Checked } from '@/lib/course/completion/completion'

export type CheckRow = Checked & {
  /** The same code, or the same person with the same lesson, stands further up. */
  again: boolean
  key: string
}

/** The rows of a class list, with what is there more than once. */
export function checkRows(found: readonly Checked[]): CheckRow[] {
  const seen = new Set<string>()
  return found.map((one, at) => {
    const who = 'completion' in one ? `${one.completion.name.toLowerCase()} ${one.completion.lesson}` : one.code
    const again = seen.has(who)
    seen.add(who)
    return { ...one, again, key: `${at} ${one.code}` }
  })
}
