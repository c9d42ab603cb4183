import type { AnyRow, Cell } from './any-row'

/** Whether the row has all of the given values. */
export function matches(row: AnyRow, where: Readonly<Record<string, Cell>>) {
  return Object.entries(where).every(([name, value]) => same(row[name], value))
}

function same(a: Cell | undefined, b: Cell) {
  return Array.isArray(a) && Array.isArray(b) ? JSON.stringify(a) === JSON.stringify(b) : a === b
}
