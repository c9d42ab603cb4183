import type { ReactNode } from 'react'

/** One concern of the presenter's desk. */
export function DeskSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-line border-b px-4 py-3.5">
      <h2 className="mb-2 font-semibold text-subtle text-xs">{title}</h2>
      {children}
    </section>
  )
}
