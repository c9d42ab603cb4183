// Figures of a measurement; pure, so that `figures.test.ts` can check them.

/** The value below which a part of the numbers lies, such as 0.99; 0 when there are none. */
export function percentile(numbers, part) {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

export const median = (numbers) => percentile(numbers, 0.5)

/**
 * How many times as much one thing did as another in the same rounds: the median of the rounds' ratios, so that a
 * round in which the machine was busy elsewhere slows both and counts once.
 */
export function medianRatio(rounds, against) {
  return median(rounds.map((value, round) => value / against[round]))
}

/** Rounded so that no more is said than was measured: 12,345 · 512 · 9.8 · 0.42 */
export function rounded(value) {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return Number(value.toFixed(digits))
}

/** Which measurements were asked for, in the order they are made; all when none is named. */
export function chosen(names, known) {
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new Error(`There is no measurement ${unknown.join(', ')}. There are: ${known.join(', ')}.`)
  return names.length === 0 ? [...known] : known.filter((name) => names.includes(name))
}

/**
 * A goal beside what was measured: `at least 2: reached`.
 *
 * @param {number} value
 * @param {{ atLeast?: number, atMost?: number, unit?: string }} goal one of the two
 */
export function judged(value, { atLeast, atMost, unit = '' }) {
  const reached = atLeast === undefined ? value <= atMost : value >= atLeast
  const goal = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`
  return `${goal}${unit && ` ${unit}`}: ${reached ? 'reached' : 'MISSED'}`
}
