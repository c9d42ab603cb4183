import type { ReactNode } from 'react'

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded border border-control border-b-2 bg-surface px-1 text-muted text-xs">
      {children}
    </kbd>
  )
}
