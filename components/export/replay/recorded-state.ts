import { type AnyMachineSnapshot, type AnyStateMachine, initialTransition } from 'xstate'
import type { RunState } from '@/components/player/run/run'
import { stepsOf } from '@/components/player/run/view'
import type { Recording } from '@/lib/export/recording'
import type { LoadedGrant } from '@/machines/kit/entry'
import type { GrantInput } from '@/machines/kit/grant'
import { lanesOf } from '@/machines/kit/lanes'
import { partyNames } from '@/machines/kit/party-names'
import type { Step } from '@/machines/kit/step'
import type { Story } from '../story'

const NOBODY: GrantInput = { account: { username: 'alice', password: '' } }

/** A recording as the player reads a run: the same state, with a machine that stands where it stood and does nothing. */
export function recordedState(entry: LoadedGrant, recording: Recording, cursor: number | null): RunState {
  const { lab, exchanges, timeline, castSecrets, machine } = recording
  return {
    ...{ lab, exchanges, timeline, castSecrets, cursor, failure: null },
    machine: standing(entry.machine, recording),
    visited: new Set(machine.visited),
  }
}

/** What happened, without what usually comes. */
export function recordedSteps(entry: LoadedGrant, recording: Recording): Step[] {
  const steps = stepsOf({ entry }, recordedState(entry, recording, null))
  return steps.filter(({ state }) => state !== 'planned')
}

/** The recording as the formats tell it. */
export function storyOf(entry: LoadedGrant, recording: Recording): Story {
  const steps = recordedSteps(entry, recording)
  const options = entry.options.flatMap(({ name, label, choices }) => {
    const chosen = choices.find(({ value }) => value === recording.options[name])
    return chosen ? [`${label}: ${chosen.label}`] : []
  })
  const { title, summary } = entry
  return { title, summary, options, parties: partyNames(entry.client), lanes: lanesOf(entry.machine, steps), steps }
}

/** The machine in the state it was saved in; a state this version does not know leaves it at its beginning. */
function standing(machine: AnyStateMachine, { machine: { state }, onTheWire }: Recording): AnyMachineSnapshot {
  const [initial] = initialTransition(machine, NOBODY)
  const exchange = onTheWire && { phase: 'onTheWire', ...onTheWire, failure: null }
  try {
    return machine.resolveState({ value: state, context: { ...initial.context, exchange } })
  } catch {
    return initial
  }
}
