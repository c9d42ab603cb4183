/**
 * The steps a reader asked for: `1,6-8` is 1, 6, 7 and 8; nothing is every step.
 *
 * @returns the numbers in ascending order, each once, or a sentence that says what to write instead
 */
export function stepRange(text: string, count: number): { numbers: number[] } | { error: string } {
  if (text.trim() === '') return { numbers: Array.from({ length: count }, (_, at) => at + 1) }
  const chosen = new Set<number>()
  for (const part of text.split(',')) {
    const [, first, last] = /^\s*(\d{1,4})\s*(?:[-–]\s*(\d{1,4})\s*)?$/.exec(part) ?? []
    if (first === undefined)
      return { error: `“${part.trim().slice(0, 20)}” is no step. Write numbers and ranges, such as 1,6-8.` }
    const [from, to] = [Number(first), Number(last ?? first)]
    if (from < 1 || to > count || from > to) {
      return {
        error: `This run has the steps 1 to ${count}. Write numbers and ranges within it, such as 1,${Math.min(2, count)}-${count}.`,
      }
    }
    for (let number = from; number <= to; number++) chosen.add(number)
  }
  return { numbers: [...chosen].sort((one, other) => one - other) }
}
