import type { AnyMachineSnapshot } from 'xstate'
import type { SentEvent } from '@/lib/export/recording'
import type { LabInformation } from '@/lib/lab/contract'
import type { Moment } from '@/lib/lab/timeline'
import type { SecretReport } from '@/lib/oauth/environment'
import type { Exchange } from '@/lib/wire/exchange'
import type { LoadedGrant } from '@/machines/kit/entry'
import type { Branch } from './branches'

/** What a run is of. */
export interface RunPlan {
  entry: LoadedGrant
  options: Record<string, string>
  /** What this tab remembers it by; null: not at all. */
  memory: string | null
}

/** The run's lines of messages. */
export interface Branching {
  branches: readonly Branch[]
  /** The one the servers stand in. */
  live: number
  /** The one looked at. */
  shown: number
  /** The servers are being put to another branch or step. */
  moving: boolean
}

/** What is known of a run at one time: recorded things, the machine, and where the viewer stands. */
export interface RunState {
  lab: LabInformation
  /** Left out for a run that can only be looked at. */
  branching?: Branching
  /** Of the branch looked at, as are the timeline and the machine. */
  exchanges: readonly Exchange[]
  timeline: readonly Moment[]
  castSecrets: readonly SecretReport[]
  machine: AnyMachineSnapshot
  visited: ReadonlySet<string>
  /** Step looked at; null follows the head. */
  cursor: number | null
  /** The app failed, outside any move: a clock that could not be advanced. */
  failure: string | null
  /** Decides the lab's secrets. */
  seed?: string | null
  /** What the learner did on the branch looked at, in order: enough to do it again in another lab. */
  sent?: readonly SentEvent[]
}
