import type { PlayerActions, PlayerView } from '../player-view'

type Walking = Pick<PlayerActions, 'back' | 'goTo' | 'nextPhase' | 'previousPhase'>

/** Going about in what was recorded: nothing is sent. */
export function walking(view: () => PlayerView, goTo: (number: number) => void): Walking {
  return {
    back: () => goTo(view().cursor - 1),
    goTo,
    nextPhase() {
      const { steps, cursor, head } = view()
      const phase = steps[cursor - 1]?.phase
      const later = steps.slice(cursor, head).find((step) => step.phase !== phase)
      goTo(later?.number ?? head)
    },
    previousPhase() {
      const { steps, cursor } = view()
      const phase = steps[cursor - 1]?.phase
      const before = steps.slice(0, Math.max(0, cursor - 1)).findLast((step) => step.phase !== phase)
      const first = steps.findIndex((step) => step.phase === before?.phase)
      goTo(before ? first + 1 : 0)
    },
  }
}
