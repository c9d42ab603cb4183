/** How many known names are listed where none is near. */
const LISTED = 8

/** The known name that differs least from the one that was written; null when none is near. */
export function nearest(name: string, known: readonly string[]): string | null {
  const written = name.toLowerCase().slice(0, 100)
  const begins = (one: string) => Number(one.toLowerCase().startsWith(written))
  const [best] = known
    .filter((one) => Math.abs(one.length - written.length) <= one.length / 2)
    .map((one) => ({ one, apart: distance(written, one.toLowerCase()) }))
    .toSorted((one, other) => one.apart - other.apart || begins(other.one) - begins(one.one))
  return best && best.apart <= most(best.one) ? best.one : null
}

/** Letters that may differ: few of a short name. */
const most = (name: string): number => (name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3)))

/** `Did you mean “token-request”?`, or what there is. */
export function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known)
  if (near !== null) return `Did you mean “${near}”?`
  if (known.length === 0) return ''
  return `There is ${known.slice(0, LISTED).join(', ')}${known.length > LISTED ? ' and more' : ''}.`
}

/** What somebody wrote, short enough to be repeated in a sentence. */
export function quote(written: string): string {
  return `“${written.length > 60 ? `${written.slice(0, 57)}…` : written}”`
}

/** Letters to be added, taken away or replaced (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let at = 1; at <= one.length; at++) {
    const next = [at]
    for (let to = 1; to <= other.length; to++) {
      const replaced = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
