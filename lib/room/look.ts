import type { Change, RoomState } from './state'

const LOOKS = ['step', 'view', 'panel', 'tab', 'selection'] as const

/**
 * What somebody looks at. The driver can look privately: then these are the driver's own, and the audience stays where
 * it is. Everything else, such as the black screen, goes on being everybody's.
 */
export type Look = Pick<RoomState, (typeof LOOKS)[number]>

export const lookOf = ({ step, view, panel, tab, selection }: RoomState): Look => ({
  step,
  view,
  panel,
  tab,
  selection,
})

/** Changes parted into those of the look, and the others. */
export function parted(changes: Change): { look: Partial<Look>; others: Change } {
  const isLook = ([name]: [string, unknown]) => LOOKS.some((one) => one === name)
  const entries = Object.entries(changes)
  return {
    look: Object.fromEntries(entries.filter(isLook)),
    others: Object.fromEntries(entries.filter((entry) => !isLook(entry))),
  }
}
