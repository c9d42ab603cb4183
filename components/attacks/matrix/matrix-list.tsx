import Link from 'next/link'
import { CellButton } from './cell-button'
import type { GrantColumn, MatrixRow, Opened } from './rows'

interface MatrixListProps {
  rows: readonly MatrixRow[]
  grants: readonly GrantColumn[]
  opened: Opened | null
  onOpen(opened: Opened): void
}

/** The matrix on a narrow screen: a card an attack, a line a grant. */
export function MatrixList({ rows, grants, opened, onOpen }: MatrixListProps) {
  return (
    <ul aria-label="Attacks by grant" className="flex flex-col gap-3">
      {rows.map(({ about, slots }) => (
        <li key={about.id} className="rounded-lg border border-line bg-surface p-3">
          <h2 className="font-semibold text-lg">
            <Link href={`/attacks/${about.slug}`} prefetch={false} className="inline-block min-h-6 hover:text-accent">
              <span className="mr-1.5 font-mono font-normal text-sm text-subtle">{about.id}</span>
              {about.title}
            </Link>
          </h2>
          <dl className="mt-1">
            {slots.map((slot, column) => {
              const grant = grants[column]
              if (!grant || slot === 'not-asked') return null
              return (
                <div key={grant.slug} className="grid grid-cols-2 items-center gap-2 border-line border-t py-0.5">
                  <dt className="text-sm">{grant.title}</dt>
                  <dd>
                    {slot === null ? (
                      <span className="block px-2 py-2 text-sm text-subtle">not run yet</span>
                    ) : (
                      <CellButton
                        cell={slot}
                        name={`${about.title}, ${grant.title}`}
                        open={opened?.attack === about.id && opened.grant === slot.grant}
                        reachable
                        onOpen={() => onOpen({ attack: about.id, grant: slot.grant })}
                      />
                    )}
                  </dd>
                </div>
              )
            })}
          </dl>
        </li>
      ))}
    </ul>
  )
}
