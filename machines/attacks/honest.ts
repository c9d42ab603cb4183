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
  return entry
}

/** A move of the grant's own machine: what it says of itself, and what it needs to know. */
export interface OwnMove {
  meta: MoveMeta
  /** As the machine's own state gives it to the exchange it invokes. */
  call: unknown
}

const ALICE = { account: { username: 'alice', password: 'wonderland' } }

/** What a script has its own states for: see `decides.ts`. */
const OWN_PAGES = ['sign-in', 'consent-request', 'consent-decision']

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

function findUsualMoves({ machine, slug }: LoadedGrant): OwnMove[] {
  const leaves = leavesOf(machine)
  return usualWay(machine, initialTransition(machine, ALICE)[0])
    .filter(({ step }) => slug === 'device' || !OWN_PAGES.includes(step))
    .map((meta) => ({ meta, call: leaves.find((leaf) => same(leaf.meta, meta))?.node.invoke[0]?.input }))
}

/** A move of the grant that is not on its usual way, such as a refresh; null when it has none of this name. */
export function moveAside({ machine }: LoadedGrant, step: string): OwnMove | null {
  const leaf = leavesOf(machine).find(({ meta }) => meta.kind === 'move' && meta.step === step)
  return leaf?.meta.kind === 'move' ? { meta: leaf.meta, call: leaf.node.invoke[0]?.input } : null
}

function same(one: object, other: MoveMeta): boolean {
  return 'step' in one && one.step === other.step
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
  while (moves[to]?.meta.usually === 'nonce-demanded') to += 1
  return { from, at, to: to + 1 }
}
