import { initialTransition } from 'xstate'
import type { GrantSlug } from '@/lib/attacks/attack'
import type { Preset, SwitchValue } from '@/lib/oauth/policy'
import { findGrant } from '../catalogue'
import type { GrantEntry, LoadedGrant } from '../kit/entry'
import type { MoveMeta } from '../kit/meta'
import { leavesOf } from '../kit/reading'
import { usualWay } from '../kit/simulate'

/**
 * The flow in which a grant is used under a preset: hardened, the authorization code grant pushes its requests and
 * binds its tokens, which is a longer way with the same stations.
 *
 * @param policy switches set otherwise than the preset has them; an attack may have the app push its requests anyway
 */
export function flowUnder(
  grant: GrantSlug,
  preset: Preset,
  policy: { readonly usePar?: SwitchValue } = {},
): GrantEntry {
  const pushes = policy.usePar === true || preset === 'fapi2'
  const slug = grant === 'authorization-code' && pushes ? 'par-dpop' : grant
  const entry = findGrant(slug)
  if (!entry) throw new Error(`The catalogue has no grant ${slug}.`)
  return pushes ? pushing(entry) : entry
}

/** The same flow, of an app that pushes its requests. One entry each: a flow is loaded, and its scripts made, once. */
function pushing(entry: GrantEntry): GrantEntry {
  const known = pushed.get(entry) ?? { ...entry, pushes: true }
  pushed.set(entry, known)
  return known
}

const pushed = new Map<GrantEntry, GrantEntry>()

/** A move of the grant's own machine: what it says of itself, and what it needs to know. */
export interface OwnMove {
  meta: MoveMeta
  /** As the machine's own state gives it to the exchange it invokes. */
  call: unknown
}

const ALICE = { account: { username: 'alice', password: 'wonderland' } }

/** What a script has its own states for: see `decides.ts`. */
const OWN_PAGES = ['sign-in', 'consent-request', 'consent-decision']

/** How an app answers that has to push its request before the browser goes on. */
const PUSHES_FIRST = 'redirect-to-client'

/** The grant's moves from its beginning to its end, as they usually go; without the user's own pages. */
export function usualMoves(entry: LoadedGrant): readonly OwnMove[] {
  const known = usual.get(entry)
  if (known) return known
  const moves = findUsualMoves(entry)
  usual.set(entry, moves)
  return moves
}

/** A grant's usual way never changes, and every script of an attack asks for it. */
const usual = new WeakMap<LoadedGrant, readonly OwnMove[]>()

function findUsualMoves(flow: LoadedGrant): OwnMove[] {
  const { machine, slug, pushes = false } = flow
  const arrives = (meta: MoveMeta) =>
    pushes && PUSHES_FIRST in (meta.answers ?? {}) && meta.step === 'open-app' ? PUSHES_FIRST : meta.usually
  return usualWay(machine, initialTransition(machine, ALICE)[0], arrives)
    .filter(({ step }) => slug === 'device' || !OWN_PAGES.includes(step))
    .flatMap(({ step }) => {
      const own = moveAside(flow, step)
      return own === null ? [] : own.meta.usually === 'nonce-demanded' ? [own] : withRetry(flow, own)
    })
}

/** A move, and the one that makes it again: where a nonce is not usually demanded, some rules demand it all the same. */
export function withRetry(flow: LoadedGrant, move: OwnMove): readonly OwnMove[] {
  const again = move.meta.retry === undefined ? null : moveAside(flow, move.meta.retry)
  return again === null ? [move] : [move, again]
}

/** Whether a move only makes the one before it again, because that one was answered by a demand for a nonce. */
export function isRetry(moves: readonly OwnMove[], index: number): boolean {
  const before = moves[index - 1]?.meta.retry
  return before !== undefined && before === moves[index]?.meta.step
}

/** A move of the grant, on its usual way or off it, such as a refresh; null when it has none of this name. */
export function moveAside({ machine }: LoadedGrant, step: string): OwnMove | null {
  const leaf = leavesOf(machine).find(({ meta }) => meta.kind === 'move' && meta.step === step)
  return leaf?.meta.kind === 'move' ? { meta: leaf.meta, call: leaf.node.invoke[0]?.input } : null
}

/**
 * The moves that take the grant from where it stands to the station `honest`, that one included, and what a server
 * that demands a nonce makes necessary after it.
 *
 * @param position how many of `moves` have been made
 */
export function movesTo(
  moves: readonly OwnMove[],
  honest: string,
  position: number,
): { from: number; at: number; to: number } {
  const isIt = ({ meta }: OwnMove) => meta.step === honest
  const ahead = moves.findIndex((one, index) => index >= position && isIt(one))
  const from = ahead === -1 ? moves.findIndex(isIt) : position
  const at = ahead === -1 ? from : ahead
  let to = at
  if (to === -1)
    throw new Error(`The grant never comes to ${honest}. It makes ${moves.map(({ meta }) => meta.step).join(', ')}.`)
  if (isRetry(moves, to + 1)) to += 1
  return { from, at, to: to + 1 }
}
