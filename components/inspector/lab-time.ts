/** The years 0 to 9999, whose dates are written as everybody writes them. */
const FIRST = Date.parse('0000-01-01T00:00:00Z')
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

/** What any number may be that is sent as a time: such a one is no date. */
const NO_DATE = 'not a date'

const isDate = (milliseconds: number): boolean => milliseconds >= FIRST && milliseconds <= LAST

/** `09:00:12`: the time of day on the lab's clock, in UTC so that everybody in a class reads the same. */
export const clockTime = (milliseconds: number): string =>
  isDate(milliseconds) ? new Date(milliseconds).toISOString().slice(11, 19) : NO_DATE

/** `23 Nov 2026, 09:00:12 UTC`; of a number that is none, `not a date`. */
export function fullTime(milliseconds: number): string {
  if (!isDate(milliseconds)) return NO_DATE
  const date = new Date(milliseconds)
  const day = date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return `${day}, ${clockTime(milliseconds)} UTC`
}

/** The time of day; with its date when that is not the day of `now`: `23 Dec, 09:35:01`. */
export function momentText(milliseconds: number, now: number): string {
  if (!isDate(milliseconds)) return NO_DATE
  const day = (time: number) => new Date(time).toISOString().slice(0, 10)
  if (day(milliseconds) === day(now)) return clockTime(milliseconds)
  const date = new Date(milliseconds)
  const options = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  const year = date.getUTCFullYear() === new Date(now).getUTCFullYear() ? '' : ` ${date.getUTCFullYear()}`
  return `${date.toLocaleDateString('en-GB', options)}${year}, ${clockTime(milliseconds)}`
}

const UNITS = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const

/** The two largest units: `4 min 58 s`, `13 d 23 h`, `0 s`. Always at least zero. */
export function duration(milliseconds: number): string {
  let left = Math.max(0, Math.round(milliseconds / 1000))
  const parts: string[] = []
  for (const [unit, seconds] of UNITS) {
    const amount = Math.floor(left / seconds)
    left -= amount * seconds
    if (amount > 0) parts.push(`${amount} ${unit}`)
    if (parts.length === 2 || (parts.length === 1 && amount === 0)) break
  }
  return parts.join(' ') || '0 s'
}

/** `in 4 min 58 s`, `2 s ago`, `now`. */
export function relative(milliseconds: number, now: number): string {
  const difference = milliseconds - now
  if (Math.abs(difference) < 500) return 'now'
  return difference > 0 ? `in ${duration(difference)}` : `${duration(-difference)} ago`
}

/**
 * A NumericDate (RFC 7519, section 2), which counts seconds, in words: `23 Nov 2026, 09:00:12 UTC, 2 s ago`. Some senders
 * count milliseconds, which is told.
 */
export function numericDate(seconds: number, now: number | null): string {
  const milliseconds = seconds * 1000
  if (!isDate(milliseconds) || seconds > FAR_OFF) {
    return isDate(seconds) ? 'counted in milliseconds, it seems: a NumericDate counts seconds' : NO_DATE
  }
  return now === null ? fullTime(milliseconds) : `${fullTime(milliseconds)}, ${relative(milliseconds, now)}`
}

/** In seconds, a date some two thousand years from now; in milliseconds, one of the year 1973. */
const FAR_OFF = 1e11

/** Column and claim names that hold a moment: `issued_at`, `auth_time`. */
export const namesTime = (name: string): boolean => /(_at|_time)$/.test(name) || name === 'expires'
