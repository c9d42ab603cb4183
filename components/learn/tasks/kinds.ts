import type { IconName } from '@/components/ui/icon'
import type { Task } from '@/lib/course/lesson-plan'

/** What each kind of task is called. */
export const TASK_KINDS: Readonly<Record<Task['kind'], { word: string; icon: IconName }>> = {
  break: { word: 'Break it', icon: 'pencil' },
  fix: { word: 'Fix it', icon: 'shield' },
  assemble: { word: 'Assemble it', icon: 'list' },
}
