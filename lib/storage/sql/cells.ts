import type { AnyRow, Cell } from '../any-row'
import type { TableDefinition } from '../port'

/** What a SQL column holds: booleans are 0 and 1, lists are JSON text. */
export type SqlValue = string | number | null
export type SqlRow = Record<string, unknown>

export function encodeCells(cells: Readonly<Record<string, Cell>>): Record<string, SqlValue> {
  const encoded: Record<string, SqlValue> = {}
  for (const name in cells) encoded[name] = encode(cells[name])
  return encoded
}

export function encode(cell: Cell | undefined): SqlValue {
  if (cell === undefined) throw new Error('A column was given no value; say null to leave it empty')
  if (typeof cell === 'boolean') return cell ? 1 : 0
  if (typeof cell === 'string') return encodeText(cell)
  return Array.isArray(cell) ? JSON.stringify(cell) : cell
}

/** PostgreSQL's text cannot hold U+0000, and anybody can send one: text that has it is kept as JSON, behind a mark. */
const ESCAPED = '\u0001'

export function encodeText(text: string) {
  return text.includes('\u0000') || text.startsWith(ESCAPED) ? ESCAPED + JSON.stringify(text) : text
}

function decodeText(text: string): string {
  return text.startsWith(ESCAPED) ? JSON.parse(text.slice(ESCAPED.length)) : text
}

/** Reads the columns the definition names; what else the row holds (lab, seq) stays behind. */
export function decodeRow(definition: TableDefinition, row: SqlRow): AnyRow {
  const decoded: AnyRow = { key: decodeText(String(row.key)) }
  for (const name in definition) {
    const column = definition[name]
    if (column) decoded[name] = decode(column.type, row[name])
  }
  return decoded
}

function decode(type: TableDefinition[string]['type'], value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (type === 'text') return decodeText(String(value))
  if (type === 'list') return JSON.parse(String(value))
  // PostgreSQL's driver gives a bigint as text.
  return type === 'boolean' ? Number(value) !== 0 : Number(value)
}
