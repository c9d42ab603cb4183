import type { RoomState } from './state'

/** What a clicker can ask for: commands of the present windows. */
export const WANTS = ['next', 'back', 'black', 'question', 'reveal'] as const
export type Want = (typeof WANTS)[number]

/**
 * Asked of the driver, by somebody who saw the presentation stand at `term` and `moved`. Once it stands elsewhere the
 * wish is void: one that comes twice, or late, moves nothing.
 */
export interface Wish extends Pick<RoomState, 'term' | 'moved'> {
  want: Want
}

export const wishFor = ({ term, moved }: RoomState, want: Want): Wish => ({ want, term, moved })

/** Whether the driver may still do what was asked for. */
export const holds = ({ term, moved }: Wish, state: RoomState): boolean => term === state.term && moved === state.moved
