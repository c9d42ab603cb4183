import { lookOnly } from '@/components/player/look-only'
import type { PlayerActions, PlayerView } from '@/components/player/player-view'
import { viewOf } from '@/components/player/run/view'
import { recordedState } from '@/components/present/session/recorded-run'
import type { RunRecord } from '@/lib/room/record'
import type { RoomState } from '@/lib/room/state'
import type { LoadedGrant } from '@/machines/kit/entry'

interface Followed {
  entry: LoadedGrant
  state: RoomState
  record: RunRecord
  /** Step the student looks at; null follows the presenter. */
  cursor: number | null
}

const NO_MORE = { label: 'Next: the presenter has shown no more', enabled: false, waitingFor: null }

/** The presenter's run as a student sees it: what was shown, and nothing to change. */
export function followedView({ entry, state, record, cursor }: Followed): PlayerView {
  const shown = recordedState(entry, record, state.step)
  const run = { entry, options: { ...state.options } }
  const presented = viewOf(run, shown)
  const view = cursor === null ? presented : viewOf(run, { ...shown, cursor })
  const asked = state.question !== null && state.question.answer === null
  return {
    ...view,
    // While something is asked, what comes is not to be seen.
    steps: asked ? view.steps.slice(0, view.head) : view.steps,
    next: view.cursor < view.head ? view.next : NO_MORE,
    readOnly: true,
    userActs: false,
    events: [],
    options: [],
    failure: null,
    presenter: { at: presented.cursor, followed: cursor === null },
  }
}

/** A student moves a cursor of their own over what was shown; everything else is the presenter's. */
export function followActions(view: PlayerView | null, setCursor: (cursor: number | null) => void): PlayerActions {
  const { cursor = 0, head = 0, steps = [] } = view ?? {}
  const goTo = (number: number) => setCursor(Math.max(0, Math.min(number, head)))
  const phase = steps[cursor - 1]?.phase
  return lookOnly({
    next: () => goTo(cursor + 1),
    back: () => goTo(cursor - 1),
    goTo,
    jumpToLive: () => setCursor(null),
    nextPhase: () => goTo(steps.slice(cursor, head).find((step) => step.phase !== phase)?.number ?? head),
    previousPhase() {
      const before = steps.slice(0, Math.max(0, cursor - 1)).findLast((step) => step.phase !== phase)
      goTo(before ? steps.findIndex((step) => step.phase === before.phase) + 1 : 0)
    },
  })
}
