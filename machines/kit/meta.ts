import type { Phase } from '@/lib/lessons/phases'
import type { CitationId } from '@/lib/oauth/citations'
import type { Channel, Party } from '@/lib/oauth/parties'
import type { Arrival } from '@/lib/wire/exchange'

export { PHASES, type Phase } from '@/lib/lessons/phases'

/** What a busy state (a participle: `exchangingCode`) says of its move. One request step and one response step. */
export interface MoveMeta {
  kind: 'move'
  /** Slug of the request's step, such as `token-request`; stands in the URL. */
  step: string
  /** Slug of the response's step, such as `token-response`. */
  answer: string
  /** Slugs of the response's step when something else than usual arrives. */
  answers?: Readonly<Partial<Record<AnswerKind, string>>>
  /** The request line as it usually is, such as `POST /token`: names the message before it is prepared. */
  line: string
  /** The response line as it usually is, such as `200 usage`; left out, it is told by what usually arrives. */
  answerLine?: string
  /** Id of the move in `lib/lab/moves`. */
  move: string
  from: Party
  to: Party
  channel: Channel
  phase: Phase
  cites: readonly CitationId[]
  /** How the move usually ends; previews follow it. */
  usually: Arrival
  /** What the human does to set it off, such as `signs in`; left out when nobody has to act. */
  human?: string
  /** Slug of the step in which it is made again, with the nonce that its receiver wants in the DPoP proof. */
  retry?: string
  /** Exchanges the receiver may make before it answers, recognised by the path they go to. */
  children?: readonly ChildMeta[]
}

/** What arrived, told apart a little further: a redirect that carries an `error` is not one that carries a code. */
export type AnswerKind = Arrival | 'error-redirect'

export interface ChildMeta {
  /** Ending of the request's path, such as `/introspect`. */
  path: string
  step: string
  answer: string
  cites: readonly CitationId[]
}

/** What a waiting state (a noun: `holdingCode`, `atLoginPage`) says of itself. */
export interface RestMeta {
  kind: 'rest'
  /** A few words for the machine view: `The app holds the code`. */
  title: string
}

export type StateMeta = MoveMeta | RestMeta

/**
 * Tags are the contract with the components; state names are not.
 * - `busy`: a move is under way
 * - `rest`: waits for the learner
 * - `user-acts`: waits for the resource owner (Alice's screen has a form)
 * - `done`: the grant reached what it is for
 * - `refused`: a party said no; what can still be done is in the events
 */
export const TAGS = ['busy', 'rest', 'user-acts', 'done', 'refused'] as const

export type Tag = (typeof TAGS)[number]

export function isTag(tag: string): tag is Tag {
  return TAGS.some((known) => known === tag)
}
