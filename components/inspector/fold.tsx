'use client'

import { type ReactNode, useState } from 'react'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'

interface FoldProps {
  summary: ReactNode
  /** Open until the reader says otherwise. Once opened it stays, so that nothing closes under the reader's hand. */
  opens: boolean
  children: ReactNode
  className?: string
}

/** A line that opens in place over its full width. */
export function Fold({ summary, opens, children, className }: FoldProps) {
  const [choice, setChoice] = useState<boolean | null>(null)
  return (
    <details open={choice ?? opens} onToggle={(event) => setChoice(event.currentTarget.open)}>
      <summary
        className={classes(
          'flex list-none items-center gap-2 -outline-offset-2 hover:bg-sunken [&::-webkit-details-marker]:hidden',
          className,
        )}
      >
        <Icon
          name="next"
          size={12}
          className="shrink-0 text-muted transition-transform in-[details[open]>summary]:rotate-90"
        />
        {summary}
      </summary>
      {children}
    </details>
  )
}
