import { AUTHORIZATION_SERVER_TABLES } from '@/lib/authorization-server/tables'
import { CLIENT_TABLES } from '@/lib/client/tables'
import type { Party } from '@/lib/oauth/parties'
import { RESOURCE_SERVER_TABLES } from '@/lib/resource-server/tables'
import type { Backend, Dump, Tables } from '@/lib/storage/port'
import { browserPlaces } from '@/lib/wire/browser-places'
import type { CellValue, Place } from '@/lib/wire/place'
import type { Lab } from './lab'
import type { Stores } from './state'

/** Rows that are shown of one table, the newest: what a person can look through, and each step can carry. */
export const ROWS_SHOWN = 100

const MEDIUM = {
  memory: 'Memory of the server',
  sqlite: 'SQLite table',
  postgres: 'PostgreSQL table',
  redis: 'Redis keys',
}

/** Everything this lab keeps: its stores as read, and its browser. */
export function placesOf(lab: Lab, { authorizationServer, client, resourceServer }: Stores): Place[] {
  const { id, backends } = lab
  return [
    ...asPlaces(
      id,
      'authorization-server',
      backends.authorizationServer,
      AUTHORIZATION_SERVER_TABLES,
      authorizationServer,
    ),
    ...asPlaces(id, 'client', backends.client, CLIENT_TABLES, client).map(ofPrintShop),
    ...browserPlaces(lab.browser),
    ...asPlaces(id, 'resource-server', backends.resourceServer, RESOURCE_SERVER_TABLES, resourceServer),
  ]
}

/** The print shop's own rows are a client's, or a service's that another application called. */
function ofPrintShop(place: Place): Place {
  const called = place.id.endsWith('.print_orders') && place.rows.some(({ subject_token }) => subject_token !== null)
  return called ? { ...place, party: 'service' } : place
}

function asPlaces<T extends Tables>(lab: string, party: Party, backend: Backend<T>, tables: T, dump: Dump<T>): Place[] {
  const { kind } = backend
  return Object.entries(tables).map(([name, columns]) => ({
    id: `${party}.${kind}.${name}`,
    party,
    label: sentenceCase(name),
    medium: MEDIUM[kind],
    columns: ['key', ...Object.keys(columns)],
    ...(backend.keyNames && { keys: backend.keyNames(lab, name) }),
    ...newest(dump[name] ?? []),
  }))
}

function newest(rows: readonly Record<string, unknown>[]): Pick<Place, 'rows' | 'total'> {
  const shown = { rows: rows.slice(-ROWS_SHOWN).map(cells) }
  return rows.length > ROWS_SHOWN ? { ...shown, total: rows.length } : shown
}

function cells(row: Record<string, unknown>): Record<string, CellValue> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, Array.isArray(value) ? value.join(' ') : (value as CellValue)]),
  )
}

function sentenceCase(name: string): string {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
