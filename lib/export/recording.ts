import type { LabInformation, MoveCall } from '@/lib/lab/contract'
import type { Moment } from '@/lib/lab/timeline'
import type { SecretReport } from '@/lib/oauth/environment'
import type { HttpRequest } from '@/lib/oauth/http'
import type { Exchange } from '@/lib/wire/exchange'

/** Everything a run is, as plain JSON: what files are made of, and what a replay needs. */
export interface Recording {
  /** Slug of the flow: `authorization-code`. */
  flow: string
  /** As in the URL: `pkce` is `off`. */
  options: Record<string, string>
  /** Decides the lab's secrets; null when it is not told. */
  seed: string | null
  /** Slug of the step looked at; null before the first. */
  step: string | null
  lab: LabInformation
  exchanges: readonly Exchange[]
  timeline: readonly Moment[]
  /** Secrets that were there before the first message. */
  castSecrets: readonly SecretReport[]
  /** The request that was prepared and is not answered yet. */
  onTheWire: { call: MoveCall; request: HttpRequest } | null
  /** Where the machine stands, and where it has been. */
  machine: { state: MachineState; visited: readonly string[] }
  /** What the learner did, in order: enough to do it again in another lab. */
  sent: readonly SentEvent[]
}

/** A state of the machine, as XState names it. */
export type MachineState = string | { [name: string]: MachineState }

/** An event the learner sent to the machine. */
export interface SentEvent {
  type: string
  [detail: string]: unknown
}

/** Every secret of a run: those of the cast, then those made on the way. */
export function secretsOf({ castSecrets, exchanges }: Pick<Recording, 'castSecrets' | 'exchanges'>): SecretReport[] {
  return [...castSecrets, ...exchanges.flatMap(({ secrets }) => secrets)]
}
