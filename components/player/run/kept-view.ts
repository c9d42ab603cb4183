import type { PlayerView } from '../player-view'

/**
 * The view with every part that did not change as the same object as before: of a run of hundreds of steps only those
 * are drawn anew that became something else.
 */
export function keptView(before: PlayerView, now: PlayerView): PlayerView {
  const parts = Object.entries(now).map(([name, part]) => [name, kept(before[name as keyof PlayerView], part)])
  return Object.fromEntries(parts)
}

/** A list keeps each of its items. */
function kept<Part>(before: unknown, now: Part): unknown {
  if (!Array.isArray(before) || !Array.isArray(now)) return alike(before, now) ? before : now
  const items = now.map((item, place) => (alike(before[place], item) ? before[place] : item))
  return items.length === before.length && items.every((item, place) => item === before[place]) ? before : items
}

/** The same plain JSON. */
function alike(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false
    return one.every((item, place) => alike(item, other[place]))
  }
  if (!isPlain(one) || !isPlain(other)) return false
  let fields = 0
  for (const name in one) {
    if (!alike(one[name], other[name])) return false
    fields += 1
  }
  return fields === Object.keys(other).length
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
