import type { PlayerView } from '@/components/player/player-view'
import type { Party } from '@/lib/oauth/parties'
import type { Exchange } from '@/lib/wire/exchange'
import { type ExposedSecret, type Exposure, type ExposureCell, exposureOf } from '@/lib/wire/exposure'
import type { Sighting } from '@/lib/wire/sighting'
import type { Step } from '@/machines/kit/step'

/** The ledger as it stands at the cursor. */
export function ledgerOf({ steps, cursor, current, castSecrets, timeline }: LedgerInput): Exposure {
  const bySeq = new Map<number, Exchange>()
  for (const { exchange } of steps.slice(0, cursor)) if (exchange) bySeq.set(exchange.seq, exchange)
  const upTo = current?.exchange ? { seq: current.exchange.seq, kind: current.kind } : BEGINNING
  return exposureOf([...bySeq.values()], castSecrets, upTo, timeline)
}

export type LedgerInput = Pick<PlayerView, 'steps' | 'cursor' | 'current' | 'castSecrets' | 'timeline'>

const BEGINNING = { seq: 0, kind: 'response' } as const

/** The step in which something was seen; null for what was there before the first. */
export function stepOf({ seq, message }: Sighting, steps: readonly Step[]): number | null {
  return steps.find(({ exchange, kind }) => exchange?.seq === seq && kind === message)?.number ?? null
}

/** Who proved with a client secret who it is: the sender of the first request that brought it to the auth server. */
export function provenBy(
  { kind, id }: ExposedSecret,
  cells: readonly ExposureCell[],
  steps: readonly Step[],
): Party | null {
  if (kind !== 'client_secret') return null
  const first = cellAt(cells, 'authorization-server', id)?.sightings.find(({ message }) => message === 'request')
  return steps.find(({ exchange }) => first && exchange?.seq === first.seq)?.from ?? null
}

export interface Filter {
  /** Only what should not be. */
  wrong: boolean
  /** Also what gives no power: `state`, a challenge. */
  powerless: boolean
}

/** The columns to show: what went somewhere, or was made in this run. The cast's other secrets have no part in it. */
export function columnsOf({ secrets, cells }: Exposure, { wrong, powerless }: Filter): ExposedSecret[] {
  return secrets.filter((secret) => {
    const own = cells.filter((cell) => cell.secret === secret.id)
    if (wrong && !own.some(({ breach }) => breach !== null)) return false
    return (secret.power || powerless) && own.some(({ sightings }) => sightings.some(({ seq }) => seq > 0))
  })
}

export function cellAt(cells: readonly ExposureCell[], holder: string, secret: string): ExposureCell | null {
  return cells.find((cell) => cell.holder === holder && cell.secret === secret) ?? null
}
