import type { AnyRow, Cell } from '../any-row'
import { EMPTY } from '../empty'
import type { Column, TableDefinition } from '../port'

/**
 * A row as the fields of a hash: its key, then a field for each column. Redis has no null: such a field is left out.
 * Lists are JSON text, booleans `true` and `false`.
 */
export function encodeFields(cells: Readonly<Record<string, Cell>>): Fields {
  const fields: Fields = { set: [], clear: [] }
  for (const [name, cell] of Object.entries(cells)) {
    if (cell === undefined) throw new Error('A column was given no value; say null to leave it empty')
    if (cell === null) fields.clear.push(name)
    else fields.set.push(name, Array.isArray(cell) ? JSON.stringify(cell) : String(cell))
  }
  return fields
}

export interface Fields {
  /** Name, value, name, value, ... */
  set: string[]
  /** Names of fields that are null. */
  clear: string[]
}

/** @param fields name, value, name, value, ... as a script answers a hash */
export function decodeRow(definition: TableDefinition, fields: readonly string[]): AnyRow {
  const values = new Map<string, string>()
  for (let at = 0; at < fields.length; at += 2) values.set(String(fields[at]), String(fields[at + 1]))
  const decoded: AnyRow = { key: values.get('key') ?? '' }
  for (const [name, column] of Object.entries(definition)) decoded[name] = decode(column, values.get(name))
  return decoded
}

function decode({ type, nullable }: Column, value: string | undefined): Cell {
  if (value === undefined) return nullable ? null : EMPTY[type]
  if (type === 'list') return JSON.parse(value)
  if (type === 'boolean') return value === 'true'
  return type === 'integer' ? Number(value) : value
}
