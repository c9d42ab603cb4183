import type { ReactNode } from 'react'

/** Why a panel has nothing to show, and where something will be. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mx-4 my-6 rounded-lg border border-line border-dashed px-4 py-5 text-center text-muted">
      <p className="text-balance font-semibold text-ink">{title}</p>
      {children && <div className="mt-1.5 text-pretty">{children}</div>}
    </div>
  )
}
