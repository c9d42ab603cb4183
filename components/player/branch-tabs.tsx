'use client'

import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { usePlayer, usePlayerActions } from './player-context'

interface BranchTabsProps {
  /** In the rail they stand below each other, elsewhere in one line. */
  upright?: boolean
  className?: string
}

/** The run's lines of messages, once there are several. Looking at one leaves the servers where they are. */
export function BranchTabs({ upright = false, className }: BranchTabsProps) {
  const { branches } = usePlayer()
  const { showBranch } = usePlayerActions()
  if (branches.length < 2) return null
  return (
    <nav aria-label="Branches" className={className}>
      <ul className={classes('flex', upright ? 'flex-col' : 'gap-1 overflow-x-auto')}>
        {branches.map(({ id, name, live, shown }) => (
          <li key={id} className="relative shrink-0">
            {shown && upright && <span className="absolute inset-y-0 left-0 w-1 bg-accent" />}
            <button
              type="button"
              aria-current={shown ? 'true' : undefined}
              title={name}
              onClick={() => showBranch(id)}
              className={classes(
                'flex h-8 items-center gap-2 text-left text-sm -outline-offset-2',
                upright ? 'w-full pr-2 pl-4' : 'max-w-64 rounded-md border px-2.5',
                shown ? 'bg-sunken font-bold' : 'hover:bg-sunken',
                !upright && (shown ? 'border-control' : 'border-line'),
              )}
            >
              <Icon name="branch" size={14} className="shrink-0 text-muted" />
              <span className="min-w-0 flex-1 truncate">{name}</span>
              {live && (
                <span className="inline-flex shrink-0 items-center gap-1 font-semibold text-muted text-xs">
                  <span className="size-1.5 rounded-full bg-accent" />
                  live
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
