import { type AnyStateMachine, initialTransition } from 'xstate'
import type { Lesson } from '@/lib/lessons/lesson'
import type { GrantInput } from './grant'
import type { PartyNames } from './party-names'
import type { Step } from './step'
import { projectSteps } from './steps'

const NOBODY: GrantInput = { account: { username: 'alice', password: '' } }

interface Plan {
  machine: AnyStateMachine
  lesson: Lesson
  names: PartyNames
}

/** The steps of a grant as they usually come, before any has happened. */
export function planOf({ machine, lesson, names }: Plan): Step[] {
  return projectSteps({
    machine,
    lesson,
    names,
    exchanges: [],
    onTheWire: null,
    snapshot: initialTransition(machine, NOBODY)[0],
    secrets: { request: () => [], response: () => [] },
  })
}
