/** A long value with its middle left out, for people to compare: `qjrz…c8`. */
export function shorten(value: string): string {
  return value.length <= 12 ? value : `${value.slice(0, 6)}…${value.slice(-4)}`
}
