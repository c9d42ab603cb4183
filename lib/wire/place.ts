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
  /** The first column is the row's key. */
  rows: Record<string, CellValue>[]
}
