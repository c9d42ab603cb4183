'use client'

import { SpecLink } from '@/components/ui/spec-link'
import { MarkIcon } from './mark-icon'
import type { Opened } from './phase-cell'
import type { Cell } from './table/evidence'
import type { TableRow } from './table/table'
import type { ColumnView } from './view'

interface ComparisonTableProps {
  rows: readonly TableRow[]
  columns: readonly ColumnView[]
  /** On a phone a row is a card. */
  cards: boolean
  onOpen(opened: Opened): void
}

/** What the runs have shown: each answer with the step that proves it. */
export function ComparisonTable({ rows, columns, cards, onOpen }: ComparisonTableProps) {
  if (cards) return <Cards rows={rows} columns={columns} onOpen={onOpen} />
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-surface">
      <table className="w-full min-w-max border-collapse text-left">
        <caption className="sr-only">The flows compared, each answer computed from its recorded run</caption>
        <thead>
          <tr className="border-line border-b">
            <td className="w-72 px-4 py-3" />
            {columns.map(({ column, title, distinctions }) => (
              <th key={column.key} scope="col" className="min-w-52 max-w-80 px-4 py-3 align-top font-semibold">
                {title}
                {distinctions.length > 0 && (
                  <span className="block font-normal text-muted text-sm">{distinctions.join(' · ')}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ criterion, cells }) => (
            <tr key={criterion.id} className="border-line border-t first:border-t-0">
              <th scope="row" className="w-72 max-w-72 px-4 py-3 align-top font-medium">
                {criterion.label}
                <span className="mt-0.5 block font-normal text-subtle text-xs">{criterion.how}</span>
              </th>
              {columns.map((view, index) => (
                <td key={view.column.key} className="min-w-52 max-w-80 px-4 py-3 align-top">
                  <Answer cell={cells[index]} label={criterion.label} view={view} onOpen={onOpen} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cards({ rows, columns, onOpen }: Omit<ComparisonTableProps, 'cards'>) {
  return (
    <ul aria-label="Comparison" className="grid gap-3">
      {rows.map(({ criterion, cells }) => (
        <li key={criterion.id} className="rounded-lg border border-line bg-surface px-4 py-3">
          <h3 className="font-semibold">{criterion.label}</h3>
          <p className="text-subtle text-xs">{criterion.how}</p>
          <dl className="mt-2 grid gap-2">
            {columns.map((view, index) => (
              <div key={view.column.key}>
                <dt className="text-muted text-sm">{view.name}</dt>
                <dd>
                  <Answer cell={cells[index]} label={criterion.label} view={view} onOpen={onOpen} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}

interface AnswerProps {
  cell: Cell | undefined
  label: string
  view: ColumnView
  onOpen(opened: Opened): void
}

function Answer({ cell, label, view, onOpen }: AnswerProps) {
  if (!cell) return null
  const { mark, words, detail, proof, cites = [] } = cell
  return (
    <div className="flex items-start gap-2">
      <span className="flex h-5 items-center">
        <MarkIcon mark={mark} />
      </span>
      <div className="min-w-0">
        <span className={mark === 'unknown' || mark === 'absent' ? 'text-muted' : 'font-medium'}>{words}</span>
        {detail && <span className="block text-muted text-xs">{detail}</span>}
        {proof && (
          <button
            type="button"
            onClick={() => onOpen({ ...proof, column: view.column.key })}
            aria-label={`${view.name}, ${label}: step ${proof.step}${proof.elsewhere ? ' of the fresh lab' : ''}`}
            className="block min-h-6 text-muted text-sm underline decoration-control underline-offset-3 hover:text-accent"
          >
            step {proof.step}
            {proof.elsewhere && ' of the fresh lab'}
          </button>
        )}
        {cites.map((id) => (
          <SpecLink key={id} id={id} className="block min-h-6 text-sm" />
        ))}
      </div>
    </div>
  )
}
