import { type AnyMachineSnapshot, type AnyStateMachine, initialTransition, transition } from 'xstate'
import type { Exchange } from '@/lib/wire/exchange'
import type { GrantInput } from './grant'
import type { MoveMeta, Phase } from './meta'
import { can, has, metaOf } from './reading'
import { afterAnswer } from './simulate'

/**
 * The tour of a grant: Next until it reached what it is for, then one renewal without the user and the end of the
 * access, where the grant offers them. Grants are compared by their tours. All of it is pure: where a tour stands is
 * read from what was recorded.
 */

export const TOUR_EVENTS = ['learner.next', 'learner.refresh', 'learner.revoke'] as const
export type TourEvent = (typeof TOUR_EVENTS)[number]

export interface Tour {
  machine: AnyStateMachine
  /** Where the machine waits after what is on record. */
  snapshot: AnyMachineSnapshot
  /** Next alone leads no further: the grant is done, or was refused. */
  over: boolean
  /** It reached what it is for. */
  done: boolean
  /** Moves made, in order. */
  made: readonly MoveMeta[]
  /** `seq` of the exchanges that Next alone led to: a link to one of their steps finds it again. */
  byNext: readonly number[]
}

const NOBODY: GrantInput = { account: { username: 'alice', password: '' } }

/** A move that was made so often without leading on will not lead on. */
const MOST_TRIES = 3

/** The tour as far as it is on record. Messages that no step of the grant sent are not part of it. */
export function tourOf(machine: AnyStateMachine, exchanges: readonly Exchange[]): Tour {
  const snapshot = initialTransition(machine, NOBODY)[0]
  const start: Tour = { machine, snapshot, over: false, done: false, made: [], byNext: [] }
  return exchanges
    .filter(({ parent, step }) => parent === null && step !== null)
    .toSorted((one, other) => one.seq - other.seq)
    .reduce((tour, { seq, step, arrival }) => {
      const event = TOUR_EVENTS.find((type) => moveAfter(tour, type)?.meta.step === step)
      if (!event) return tour
      const after = answered(tour, event, arrival)
      return event === 'learner.next' && !tour.over ? { ...after, byNext: [...tour.byNext, seq] } : after
    }, settled(start))
}

/** What the tour does next where the machine waits; null at its end. */
export function tourEvent(tour: Tour): TourEvent | null {
  const { snapshot, over, made } = tour
  if (!over || goesOnRenewing(tour)) return 'learner.next'
  const without = (phase: Phase) => !made.some((meta) => meta.phase === phase)
  if (without('renew') && can(snapshot, 'learner.refresh')) return 'learner.refresh'
  if (without('revoke') && can(snapshot, 'learner.revoke')) return 'learner.revoke'
  return null
}

/** The moves that usually come, each with whether Next alone leads to it. */
export function tourAhead(from: Tour): { meta: MoveMeta; byNext: boolean }[] {
  const ahead: { meta: MoveMeta; byNext: boolean }[] = []
  let tour = from
  for (let event = tourEvent(tour); event !== null && ahead.length < 60; event = tourEvent(tour)) {
    const coming = moveAfter(tour, event)
    if (!coming) break
    ahead.push({ meta: coming.meta, byNext: event === 'learner.next' })
    tour = answered(tour, event, coming.meta.usually)
  }
  return ahead
}

/** A renewal or revocation that took one message is not at its end when the next one is of the same phase. */
function goesOnRenewing(tour: Tour): boolean {
  const { phase } = tour.made.at(-1) ?? {}
  if (phase !== 'renew' && phase !== 'revoke') return false
  return leadsOn(tour) && moveAfter(tour, 'learner.next')?.meta.phase === phase
}

function moveAfter({ machine, snapshot }: Tour, type: TourEvent): { meta: MoveMeta; busy: AnyMachineSnapshot } | null {
  if (!can(snapshot, type)) return null
  const [busy] = transition(machine, snapshot, { type })
  const meta = metaOf(busy)
  return meta.kind === 'move' ? { meta, busy } : null
}

function answered(tour: Tour, event: TourEvent, arrival: Exchange['arrival']): Tour {
  const move = moveAfter(tour, event)
  if (!move) return tour
  const snapshot = afterAnswer(tour.machine, move.busy, arrival)
  return settled({ ...tour, snapshot, made: [...tour.made, move.meta] })
}

/** Once over, a tour stays over: what Next would do after a renewal is not the flow any more. */
function settled(tour: Tour): Tour {
  const done = tour.done || has(tour.snapshot, 'done')
  return { ...tour, done, over: tour.over || done || !leadsOn(tour) }
}

function leadsOn(tour: Tour): boolean {
  const coming = moveAfter(tour, 'learner.next')?.meta
  return coming !== undefined && tour.made.filter(({ step }) => step === coming.step).length < MOST_TRIES
}
