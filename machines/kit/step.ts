import type { StepLesson } from '@/lib/lessons/lesson'
import type { CitationId } from '@/lib/oauth/citations'
import type { Channel, Party } from '@/lib/oauth/parties'
import type { SecretKind } from '@/lib/oauth/secrets'
import type { Exchange } from '@/lib/wire/exchange'
import type { Phase } from './meta'

/**
 * One step: a request appeared on the wire, or its response did. Every view (map, sequence, rail, transcript,
 * caption, address bar, exports) is a projection of a list of these, and a list of these is computed from the
 * machine's meta and the recorded exchanges. Nobody writes one by hand.
 */
export interface Step {
  /** Position in the run, from 1. */
  number: number
  /** Slug, unique within the run: a step that happens again gets `-2`, `-3`. */
  id: string
  /** The lesson's key: the slug as the machine names it. */
  key: string
  kind: 'request' | 'response'
  /** Sender and receiver of this message (a response's sender is the exchange's `to`). */
  from: Party
  to: Party
  channel: Channel
  /** What the human did to set it off (`signs in`), on a request only. */
  human: string | null
  phase: Phase
  /** `POST /token`, `303 → /callback`, `200 tokens`. */
  label: string
  lesson: StepLesson
  cites: readonly CitationId[]
  /** Secrets the message carries, by the bytes of the message. */
  carries: CarriedSecret[]
  /** Null for a step that has not happened yet; for a request still on the wire a draft without response. */
  exchange: Exchange | null
  state: 'planned' | 'on-the-wire' | 'done'
  /** `refused` and `dropped` stand on the response step only. */
  outcome: Exchange['outcome'] | null
}

export interface CarriedSecret {
  kind: SecretKind
  value: string
  /** Sent in full, or only something derived from it (a hash). */
  derived: boolean
}
