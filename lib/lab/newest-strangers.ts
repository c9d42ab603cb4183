import type { Exchange } from '@/lib/wire/exchange'

/** Messages from outside that a page draws: more than a person follows, few enough to draw at every step. */
export const STRANGERS_SHOWN = 100

/**
 * All messages of the player's moves, and of those from outside (a browser tab, curl, somebody's own client) the newest,
 * each with what was sent meanwhile. A client that asks ten thousand times must not bury the lesson.
 */
export function newestStrangers(exchanges: readonly Exchange[], most = STRANGERS_SHOWN): Exchange[] {
  const parents = new Map(exchanges.map(({ seq, parent }) => [seq, parent]))
  const outermost = (seq: number): number => {
    const parent = parents.get(seq) ?? null
    return parent === null || !parents.has(parent) ? seq : outermost(parent)
  }
  const strangers = exchanges.filter(({ move, parent }) => move === null && parent === null)
  const left = new Set(strangers.slice(0, Math.max(0, strangers.length - most)).map(({ seq }) => seq))
  return exchanges.filter(({ seq }) => !left.has(outermost(seq)))
}
