import { PHASES } from '@/machines/kit/meta'
import { metaOf, movesOf } from '@/machines/kit/reading'
import type { Tour } from '@/machines/kit/tour'
import type { Segment, Stage } from './segments'

/** What a row is called. Where the columns trade different things, the row says what they have in common. */
export function rowTitle(stage: Stage, segments: readonly Segment[]): string {
  if (stage === 'thief') return 'Somebody tries a copy'
  const phases = new Set(segments.map(({ phase }) => phase))
  if (stage === 'redeem' && phases.has('password')) {
    return phases.size > 1 ? 'Trade for tokens' : PHASES.password
  }
  return PHASES[stage]
}

/** Why a column has nothing in this row: read from its machine and from how its run went. */
export function whyAbsent(stage: Stage, { machine, over, done, snapshot, made }: Tour): string {
  const moves = movesOf(machine)
  const planned = moves.some(({ phase }) => phase === stage)
  if (over && !done && planned && !made.some(({ phase }) => phase === stage)) {
    return `It did not come to that. ${stateTitle(snapshot)}.`
  }
  switch (stage) {
    case 'register':
      return 'Nobody is registered on the way.'
    case 'ask':
      return 'Nobody asks here: the access is there already.'
    case 'decide':
      return moves.some(({ human }) => human) ? 'The user is not asked.' : 'The user is not involved.'
    case 'return':
      return 'Nothing comes back through the browser.'
    case 'redeem':
      return moves.some(({ phase }) => phase === 'return')
        ? 'There is no code to trade: what comes back is the token itself.'
        : 'There is no code and no password to trade.'
    case 'use':
      return 'The access is not used here.'
    case 'exchange':
      return 'No token is traded for another one.'
    case 'renew':
      return planned ? 'It is not renewed here.' : 'Without a refresh token, nothing renews it.'
    case 'revoke':
      return 'The app cannot give the access back early.'
    case 'thief':
      return 'Nothing was issued that somebody could copy.'
  }
}

function stateTitle(snapshot: Tour['snapshot']): string {
  const meta = metaOf(snapshot)
  return meta.kind === 'rest' ? meta.title : 'The flow ended before'
}
