import { type AnyMachineSnapshot, createActor, type Snapshot } from 'xstate'
import type { Run, RunState } from '@/components/player/run/run'
import { stepsOf } from '@/components/player/run/view'
import { type RunRecord, runName } from '@/lib/room/record'
import type { LoadedGrant } from '@/machines/kit/entry'
import { type Transport, withTransport } from '@/machines/kit/transport'

/** Somebody else's run sends nothing from here. */
const NOTHING: Transport = {
  prepare: () => Promise.reject(new Error('A recorded run sends nothing.')),
  deliver: () => Promise.reject(new Error('A recorded run sends nothing.')),
}

/** Read once for each record: going from step to step leaves it as it is. */
const snapshots = new WeakMap<RunRecord, AnyMachineSnapshot>()

function snapshotOf(entry: LoadedGrant, record: RunRecord): AnyMachineSnapshot {
  const known = snapshots.get(record)
  if (known) return known
  // Never started: the snapshot is read, nothing in it runs.
  const actor = createActor(withTransport(entry.machine, NOTHING), {
    input: { account: { username: 'alice', password: '' } },
    snapshot: record.machine as Snapshot<unknown>,
  })
  const snapshot: AnyMachineSnapshot = actor.getSnapshot()
  snapshots.set(record, snapshot)
  return snapshot
}

/** A recorded run as views read it, seen at the step with this slug; null is before the first. */
export function recordedState(entry: LoadedGrant, record: RunRecord, step: string | null): RunState {
  const { lab, exchanges, timeline, castSecrets, visited } = record
  const state = {
    ...{ lab, exchanges, timeline, castSecrets },
    machine: snapshotOf(entry, record),
    visited: new Set(visited),
    cursor: 0,
    failure: null,
  }
  return { ...state, cursor: step === null ? 0 : numberOf(entry, state, step) }
}

/** The step's number; the latest one's when it is not on record (yet): null follows the head. */
export function numberOf(entry: LoadedGrant, state: RunState, step: string): number | null {
  return (
    stepsOf({ entry }, state).find(({ id, state: happened }) => id === step && happened !== 'planned')?.number ?? null
  )
}

/** Which run it is: the branch looked at, of its lab. */
export const nameOf = ({ lab, branching }: RunState): string => runName(lab.id, branching?.shown ?? 0)

/** What others are told of one's own run. @param machine its persisted snapshot */
export function recordOf(run: Run, machine: unknown, now: number): RunRecord {
  const state = run.state()
  const { lab, castSecrets, exchanges } = state
  return {
    run: nameOf(state),
    told: now,
    ...{ lab, castSecrets, exchanges },
    timeline: state.timeline.map((moment, at) => ({ ...moment, at })),
    machine,
    visited: [...state.visited],
  }
}
