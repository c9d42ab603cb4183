import type { ReactNode } from 'react'
import type { CompareView } from './view'

/** A column has room for a message's line; only where that is more than the window has, this region scrolls. */
const LEAST = { label: 132, column: 320 }
const SCROLLS = ['', '', 'max-[771px]:overflow-x-auto', 'max-[1091px]:overflow-x-auto', 'max-[1411px]:overflow-x-auto']

/** Heads that stay at the top, and the rows below them. */
export function Columns({ view, heads, children }: { view: CompareView; heads: ReactNode[]; children: ReactNode }) {
  const count = heads.length
  return (
    <div className={SCROLLS[count]}>
      <div
        className="grid"
        style={{
          gridTemplateColumns: `${LEAST.label}px repeat(${count}, minmax(${LEAST.column}px, 1fr))`,
          minWidth: LEAST.label + LEAST.column * count,
        }}
      >
        <div className="sticky top-0 z-20 col-span-full grid grid-cols-subgrid bg-canvas">
          <div className="sticky left-0 z-10 border-line border-b bg-surface" />
          {view.columns.map(({ column }, index) => (
            <div key={column.key} data-column={index} className="min-w-0">
              {heads[index]}
            </div>
          ))}
        </div>
        {children}
      </div>
    </div>
  )
}
