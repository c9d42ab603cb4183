import type { Party } from '@/lib/oauth/parties'

export type CellValue = string | number | boolean | null

/** Somewhere values are kept, with what is in it now. Every kind of place has the shape of a table. */
export interface Place {
  /** Such as `authorization-server.sqlite.authorization_codes` or `browser.cookies`. */
  id: string
  party: Party
  /** For people: `Authorization codes`. */
  label: string
  /** What it is kept in: `SQLite table`, `Memory`, `Cookie jar`, `Browser history`. */
  medium: string
  columns: string[]
  /** What its keys are called, where each row has one of its own (Redis). */
  keys?: { row: string; order: string; grant: string }
  /** Oldest first; the first column is the row's key. Of a large table only the newest rows. */
  rows: Record<string, CellValue>[]
  /** How many rows there are, when `rows` does not hold all of them. */
  total?: number
}

/** What the cookie jar says of a cookie that is not HttpOnly. */
export const SCRIPTS_READ = 'no: scripts can read it'

/** The rows of a place of the browser that a script of their origin can read: its storages, variables and open cookies. */
export function readableRows({ id, rows }: Place): Record<string, CellValue>[] {
  if (id === 'browser.cookies') return rows.filter((row) => row.HttpOnly === SCRIPTS_READ)
  return /^browser\.(local-storage|session-storage|memory)\./.test(id) ? rows : []
}
