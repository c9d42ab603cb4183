import { lookOnly } from '@/components/player/look-only'
import type { PlayerActions, PlayerView } from '@/components/player/player-view'

/** What was recorded can be gone through privately; nothing is sent, since the audience would miss it. */
export function privateView(view: PlayerView): PlayerView {
  const replays = view.cursor < view.head
  const next = replays ? view.next : { label: 'Next: not while you look privately', enabled: false, waitingFor: null }
  return { ...view, next, readOnly: true, userActs: false, events: [] }
}

export function privateActions(actions: PlayerActions, view: () => PlayerView): PlayerActions {
  const { back, goTo, jumpToLive, nextPhase, previousPhase } = actions
  return lookOnly({
    ...{ back, goTo, jumpToLive, nextPhase, previousPhase },
    next() {
      const { cursor, head } = view()
      if (cursor < head) goTo(cursor + 1)
    },
  })
}
