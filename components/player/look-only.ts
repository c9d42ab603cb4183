import type { PlayerActions } from './player-view'

const nothing = () => {}

/** The actions of a player that only looks: those given, and nothing else happens. */
export function lookOnly(own: Partial<PlayerActions> = {}): PlayerActions {
  return new Proxy(own, {
    get: (actions, name) => actions[name as keyof PlayerActions] ?? nothing,
  }) as PlayerActions
}
