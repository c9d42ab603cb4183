import { AUTHORIZATION_SERVER_TABLES } from '@/lib/authorization-server/tables'
import { CLIENT_TABLES } from '@/lib/client/tables'
import type { Party } from '@/lib/oauth/parties'
import { RESOURCE_SERVER_TABLES } from '@/lib/resource-server/tables'
import type { Backend, Dump, Tables } from '@/lib/storage/port'
import { browserPlaces } from '@/lib/wire/browser-places'
import type { CellValue, Place } from '@/lib/wire/place'
import { labTime } from './clock'
import type { Host, Lab } from './lab'

const MEDIUM = {
  memory: 'Memory of the server',
  sqlite: 'SQLite table',
  postgres: 'PostgreSQL table',
  redis: 'Redis keys',
}

/** Everything this lab keeps, read from where it really is. */
export async function readPlaces(lab: Lab, host: Host): Promise<Place[]> {
  const { authorizationServer, client, resourceServer } = lab.backends
  const context = {
    lab: lab.id,
    now: () => labTime(lab, host),
    report: () => {},
  }
  const read = async <T extends Tables>(party: Party, backend: Backend<T>, tables: T): Promise<Place[]> =>
    asPlaces(party, backend, tables, await backend.open(context).dump())
  const [atServer, atClient, atDrive] = await Promise.all([
    read('authorization-server', authorizationServer, AUTHORIZATION_SERVER_TABLES),
    read('client', client, CLIENT_TABLES),
    read('resource-server', resourceServer, RESOURCE_SERVER_TABLES),
  ])
  return [...atServer, ...atClient, ...browserPlaces(lab.browser), ...atDrive]
}

function asPlaces<T extends Tables>(party: Party, backend: Backend<T>, tables: T, dump: Dump<T>): Place[] {
  return Object.entries(tables).map(([name, columns]) => ({
    id: `${party}.${backend.kind}.${name}`,
    party,
    label: sentenceCase(name),
    medium: MEDIUM[backend.kind],
    columns: ['key', ...Object.keys(columns)],
    rows: (dump[name] ?? []).map(cells),
  }))
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
