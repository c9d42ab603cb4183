import type { BackendKind } from '@/lib/storage/port'

/** The pieces of work every store is measured with, in this order. */
export const STORE_WORK = ['issue', 'look-up', 'introspect', 'revoke', 'expire'] as const
export type StoreWork = (typeof STORE_WORK)[number]

/** One piece of work on one store, measured on this machine just now. */
export interface Measurement {
  work: StoreWork
  /** How often it was done. */
  times: number
  /** At once: callers that did it side by side. */
  perSecond: number
  /** Milliseconds one took: half of them at most, and 99 of 100 at most. Null where it was all done in one piece. */
  p50: number | null
  p99: number | null
}

export interface StoreMeasurements {
  store: BackendKind
  measurements: Measurement[]
}

/** A store this app could use. */
export interface StoreOffer {
  store: BackendKind
  configured: boolean
  /** What starts it; null when it needs nothing. */
  startWith: string | null
}
