import type { StorageReport } from '@/lib/oauth/environment'
import type { Backend, StoreKeeper, Tables } from '@/lib/storage/port'
import { labTime } from './clock'
import type { Host, Lab } from './lab'
import type { Stores } from './state'

type AnyRow = Record<string, unknown> & { key: string }

/** Reads every row from where it really is. The lab's own look: reported as nobody's command. */
export async function readStores(lab: Lab, host: Host): Promise<Stores> {
  const { backends } = lab
  const [authorizationServer, resourceServer, client] = await Promise.all([
    keeper(lab, host, backends.authorizationServer).dump(),
    keeper(lab, host, backends.resourceServer).dump(),
    keeper(lab, host, backends.client).dump(),
  ])
  return { authorizationServer, resourceServer, client }
}

/** Puts every row back as it was. */
export async function writeStores(lab: Lab, host: Host, stores: Stores): Promise<void> {
  const { backends } = lab
  await Promise.all([
    keeper(lab, host, backends.authorizationServer).restore(stores.authorizationServer),
    keeper(lab, host, backends.resourceServer).restore(stores.resourceServer),
    keeper(lab, host, backends.client).restore(stores.client),
  ])
}

/** Tells stores that count time by themselves (Redis) that the lab's clock has moved; answers the commands it took. */
export function tellStoresTheTime(lab: Lab, host: Host): Promise<StorageReport[]> {
  return ofAllStores(lab, host, (store) => store.clockAdvanced())
}

/** Deletes rows that have expired on the lab's clock; answers the commands that deleted some. */
export function sweepStores(lab: Lab, host: Host): Promise<StorageReport[]> {
  return ofAllStores(lab, host, (store) => store.sweep())
}

async function ofAllStores(
  lab: Lab,
  host: Host,
  act: (store: Pick<StoreKeeper<Tables>, 'clockAdvanced' | 'sweep'>) => Promise<unknown>,
): Promise<StorageReport[]> {
  const { authorizationServer, resourceServer, client } = lab.backends
  const commands: StorageReport[] = []
  const report = (command: StorageReport) => commands.push(command)
  await Promise.all([
    act(keeper(lab, host, authorizationServer, report)),
    act(keeper(lab, host, resourceServer, report)),
    act(keeper(lab, host, client, report)),
  ])
  return commands
}

function keeper<T extends Tables>(
  lab: Lab,
  host: Host,
  backend: Backend<T>,
  report: (command: StorageReport) => void = () => {},
): StoreKeeper<T> {
  return backend.open({ lab: lab.id, now: () => labTime(lab, host), report })
}

/** Takes over from `before` every row and table that did not change, so that a long run stays small in memory. */
export function shareTables(stores: Stores, before: Stores | undefined): Stores {
  if (!before) return stores
  const share = <T extends object>(now: T, then: T): T =>
    Object.fromEntries(
      Object.entries(now).map(([name, rows]) => [name, shareRows(rows as AnyRow[], then[name as keyof T] as AnyRow[])]),
    ) as T
  return {
    authorizationServer: share(stores.authorizationServer, before.authorizationServer),
    resourceServer: share(stores.resourceServer, before.resourceServer),
    client: share(stores.client, before.client),
  }
}

function shareRows(rows: AnyRow[], before: AnyRow[]): AnyRow[] {
  const columns = Object.keys(rows[0] ?? {})
  let known: Map<string, AnyRow> | null = null
  const moved = (key: string) => {
    known ??= new Map(before.map((row) => [row.key, row]))
    return known.get(key)
  }
  const shared = rows.map((row, index) => {
    // Most rows stand where they stood.
    const old = before[index]?.key === row.key ? before[index] : moved(row.key)
    return old && (old === row || sameCells(columns, row, old)) ? old : row
  })
  return shared.length === before.length && shared.every((row, index) => row === before[index]) ? before : shared
}

/** Rows of one table have the same columns. */
function sameCells(columns: readonly string[], one: AnyRow, other: AnyRow): boolean {
  return columns.every((name) => {
    const left = one[name]
    const right = other[name]
    return left === right || (Array.isArray(left) && Array.isArray(right) && sameList(left, right))
  })
}

function sameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}
