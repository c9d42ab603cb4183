import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate'
import type { MoveCall } from '@/lib/lab/contract'
import type { Lesson } from '@/lib/lessons/lesson'
import type { HttpRequest } from '@/lib/oauth/http'
import type { Exchange } from '@/lib/wire/exchange'
import type { MoveMeta, Phase } from './meta'
import { PARTY_NAMES, type PartyNames } from './party-names'
import { metaOf, movesOf } from './reading'
import { usualWay } from './simulate'
import type { Step } from './step'
import {
  childNaming,
  namingOf,
  plannedDrafts,
  requestDraft,
  responseDraft,
  type SecretReader,
  type StepDraft,
  type Telling,
  unanswered,
} from './step-drafts'

export interface Run {
  machine: AnyStateMachine
  lesson: Lesson
  /** What everybody is called in this flow. */
  names?: PartyNames
  /** As recorded, in any order. */
  exchanges: readonly Exchange[]
  /** The request that was prepared and is not answered yet. */
  onTheWire: { call: MoveCall; request: HttpRequest } | null
  snapshot: AnyMachineSnapshot
  secrets: SecretReader
}

/**
 * The run as a list of steps: what happened, what lies on the wire, then what usually comes.
 *
 * @param past what happened, where that is known already
 */
export function projectSteps(run: Run, past: readonly StepDraft[] = pastOf(run)): Step[] {
  return numbered([...past, ...waiting(run), ...planned(run)])
}

/** What happened: it depends on the messages alone, not on where the machine stands. */
export function pastOf({ machine, exchanges, secrets, ...run }: Omit<Run, 'onTheWire' | 'snapshot'>): StepDraft[] {
  const telling = tellingOf(run)
  const moves = movesOf(machine)
  const children = moves.flatMap((meta) => meta.children ?? [])
  const recorded = exchanges.toSorted((one, other) => one.seq - other.seq)
  const known = new Set(recorded.map(({ seq }) => seq))
  const isInside = ({ parent }: Exchange) => parent !== null && known.has(parent)

  function stepsOf(exchange: Exchange, phase: Phase): StepDraft[] {
    const naming = isInside(exchange)
      ? childNaming(exchange, children, telling)
      : namingOf(exchange, moveOf(moves, exchange), telling)
    return [
      requestDraft(exchange, naming, phase, secrets),
      ...recorded.filter(({ parent }) => parent === exchange.seq).flatMap((inner) => stepsOf(inner, phase)),
      responseDraft(exchange, naming, phase, secrets),
    ]
  }

  let phase: Phase = moves[0]?.phase ?? 'ask'
  return recorded
    .filter((exchange) => !isInside(exchange))
    .flatMap((exchange) => {
      phase = moveOf(moves, exchange)?.phase ?? phase
      return stepsOf(exchange, phase)
    })
}

function tellingOf({ lesson, names = PARTY_NAMES }: Pick<Run, 'lesson' | 'names'>): Telling {
  return { lesson, names }
}

function moveOf(moves: readonly MoveMeta[], { step }: Exchange): MoveMeta | null {
  return moves.find((meta) => meta.step === step) ?? null
}

function waiting({ onTheWire, snapshot, exchanges, secrets, ...run }: Run): StepDraft[] {
  const meta = metaOf(snapshot)
  if (onTheWire === null || meta.kind !== 'move') return []
  const last = exchanges.toSorted((one, other) => one.seq - other.seq).at(-1)
  const exchange = unanswered(onTheWire, meta, last)
  return [
    { ...requestDraft(exchange, namingOf(exchange, meta, tellingOf(run)), meta.phase, secrets), state: 'on-the-wire' },
  ]
}

function planned({ machine, onTheWire, snapshot, ...run }: Run): StepDraft[] {
  const drafts = usualWay(machine, snapshot).flatMap((meta) => plannedDrafts(meta, tellingOf(run)))
  return onTheWire !== null && metaOf(snapshot).kind === 'move' ? drafts.slice(1) : drafts
}

function numbered(drafts: readonly StepDraft[]): Step[] {
  const times = new Map<string, number>()
  return drafts.map((draft, index) => {
    const time = (times.get(draft.key) ?? 0) + 1
    times.set(draft.key, time)
    return { number: index + 1, id: time === 1 ? draft.key : `${draft.key}-${time}`, ...draft }
  })
}
