import type { MoveInput } from '@/lib/lab/contract'
import type { Arrival } from '@/lib/wire/exchange'
import { move, rest } from './builders'
import type { MoveMeta } from './meta'

/** A request with a DPoP proof, whose receiver may first want its own nonce in it (RFC 9449, sections 8 and 9). */
interface Proving {
  /** The states: while it is sent, once a nonce is demanded, and while it is sent again. */
  states: readonly [sending: string, asked: string, sendingAgain: string]
  /** Of the state between the two. */
  title: string
  /** What they say of themselves; the first names the second as its `retry`. */
  moves: readonly [first: Omit<MoveMeta, 'kind'>, again: Omit<MoveMeta, 'kind'>]
  input?: MoveInput
  /** Where either leads, by what arrived. `nothing`: where the first goes back to when it is lost. */
  arrivals: Partial<Record<Arrival, string>> & { nothing: string }
  otherwise: string
}

/** The three states of such a request. A nonce that has grown old is demanded anew, as often as it takes. */
export function proving({ states: [sending, asked, again], title, moves, input, arrivals, otherwise }: Proving) {
  const [first, second] = moves
  const known = input && { input }
  const nonce = { 'nonce-demanded': asked }
  return {
    [sending]: move(first, { ...known, arrivals: { ...arrivals, ...nonce }, otherwise }),
    [asked]: rest(title, { 'learner.next': again }),
    [again]: move(second, { ...known, arrivals: { ...arrivals, ...nonce, nothing: asked }, otherwise }),
  }
}

/** The same move as `move`, made again because its receiver wants its nonce in the proof. */
export function retryOf({ retry, ...move }: Omit<MoveMeta, 'kind'>, cites: MoveMeta['cites']): Omit<MoveMeta, 'kind'> {
  if (retry === undefined) throw new Error(`The step ${move.step} names no retry.`)
  return { ...move, step: retry, cites }
}
