import type { PlayerActions, PlayerView } from '@/components/player/player-view'
import { viewOf } from '@/components/player/run/view'
import { walking } from '@/components/player/run/walking'
import type { Recording } from '@/lib/export/recording'
import type { LoadedGrant } from '@/machines/kit/entry'
import { recordedState } from './recorded-state'

/** A recording as the player draws a run: what happened and nothing else, and nothing can be done. */
export function recordedView(entry: LoadedGrant, recording: Recording, cursor: number, forking: boolean): PlayerView {
  const view = viewOf({ entry, options: recording.options }, recordedState(entry, recording, cursor))
  const steps = view.steps.filter(({ state }) => state !== 'planned')
  const next =
    view.cursor < steps.length
      ? view.next
      : { label: 'Next: the recording ends here', enabled: false, waitingFor: null }
  return {
    ...view,
    steps,
    next,
    live: false,
    acting: null,
    onTheWire: false,
    userActs: false,
    events: [],
    failure: null,
    readOnly: true,
    recorded: { forking },
  }
}

/** What can be done with a recording: going about in it, saving it again, playing it for real. */
export function recordedActions(
  view: () => PlayerView,
  { show, fork, record }: { show(cursor: number): void; fork(): void; record(): Recording },
): PlayerActions {
  const goTo = (number: number) => show(Math.max(0, Math.min(number, view().head)))
  const nothing = () => {}
  return {
    ...walking(view, goTo),
    next: () => goTo(view().cursor + 1),
    jumpToLive: () => goTo(view().head),
    ...{ restart: nothing, submit: nothing, send: nothing, deliverEdited: nothing, drop: nothing, sendAgain: nothing },
    ...{
      advanceClock: nothing,
      sweep: nothing,
      setOption: nothing,
      retry: nothing,
      goHere: nothing,
      showBranch: nothing,
    },
    stealDump: () => Promise.reject(new Error('A recorded run has no server to steal from. Fork it live first.')),
    record,
    forkLive: fork,
  }
}
