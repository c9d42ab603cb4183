import type { PlayerView } from './player-view'

/** How many steps the run usually has, those included that a lesson does not show yet. */
export const totalOf = ({ steps, lesson }: Pick<PlayerView, 'steps' | 'lesson'>): number =>
  steps.length + (lesson?.ahead ?? 0)
