import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import type { Grade } from '@/lib/course/tasks/grade'

interface ResultProps {
  /** Null before anything was tried. */
  grade: Grade | null
  children?: ReactNode
}

/** Whether the task is done, and what happened; spoken as soon as it changes. A refusal is a defence that works. */
export function Result({ grade, children }: ResultProps) {
  return (
    <div role="status" aria-label="Result">
      {grade && (
        <div
          className={classes(
            'rounded-lg border px-4 py-3',
            grade.done ? 'border-accent bg-surface' : 'border-control bg-surface',
          )}
        >
          <p className="flex items-center gap-2 font-semibold text-lg">
            <Icon name={grade.done ? 'check' : 'again'} size={18} className="shrink-0" />
            {grade.done ? 'Done' : 'Not yet'}
          </p>
          <p className="wrap-anywhere mt-0.5 max-w-[68ch]">{grade.sentence}</p>
          {children}
        </div>
      )}
    </div>
  )
}
