/** `09:00:12`: the time of day on the lab's clock, in UTC so that everybody in a class reads the same. */
export const clockTime = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(11, 19)

/** `23 Nov 2026, 09:00:12 UTC`. */
export function fullTime(milliseconds: number): string {
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

/** Column and claim names that hold a moment: `issued_at`, `auth_time`. */
export const namesTime = (name: string): boolean => /(_at|_time)$/.test(name) || name === 'expires'
