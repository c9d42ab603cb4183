import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import type { StorageReport } from '@/lib/oauth/environment'
import { boolean, integer, list, type OpenBackend, optional, type Row, type Tables, text } from '../port'

export const FAMILY = 'contract-test'
export const START = Date.UTC(2026, 0, 1)
export const MINUTE = 60_000
export const RACERS = Array.from({ length: 50 }, (_, number) => number)

export const TABLES = {
  tickets: {
    holder: text,
    seat: integer,
    standing: boolean,
    extras: list,
    note: optional(text),
    price: optional(integer),
    gift: optional(boolean),
    stops: optional(list),
    grant_id: text,
    expires_at: integer,
    used_at: optional(integer),
  },
  people: { name: text },
  attempts: { failures: integer, issued_at: integer, expires_at: optional(integer) },
} as const

export type Ticket = Row<(typeof TABLES)['tickets']>

export const ticket = (key: string, changes: Partial<Ticket> = {}): Ticket => ({
  key,
  holder: 'alice',
  seat: 1,
  standing: false,
  extras: [],
  note: null,
  price: null,
  gift: null,
  stops: null,
  grant_id: 'grant-1',
  expires_at: START + MINUTE,
  used_at: null,
  ...changes,
})

export const keysOf = (rows: readonly { key: string }[]) => rows.map(({ key }) => key)

export type SetUp = () => ReturnType<typeof setUp>

/** A backend of its own for one test, closed after it, and a lab nobody else uses: a shared database does no harm. */
export const setUp = (openBackend: OpenBackend) => setUpFamily(openBackend, FAMILY, TABLES)

export async function setUpFamily<T extends Tables>(openBackend: OpenBackend, family: string, tables: T) {
  const backend = await openBackend(family, tables)
  onTestFinished(() => backend.close())
  const clock = { now: START }
  const reports: StorageReport[] = []
  const handle = (lab: string, now = () => clock.now) =>
    backend.open({ lab, now, report: (report) => reports.push(report) })
  const lab = randomUUID()
  return { openBackend, backend, clock, reports, lab, handle, store: handle(lab) }
}
