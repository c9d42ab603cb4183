import type { PlayerView } from '@/components/player/player-view'

/**
 * What an embedded player draws: the run steps on and is looked at, and has one line of messages. Messages are
 * changed, and other branches begun, in the lab itself.
 */
export function embeddedView(view: PlayerView): PlayerView {
  const { acting, userActs, events } = view
  const here = acting === 'here'
  return {
    ...view,
    readOnly: true,
    acting: here ? acting : null,
    userActs: here && userActs,
    events: here ? events : [],
  }
}
