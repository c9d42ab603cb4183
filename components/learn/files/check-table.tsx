import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { FAULTS } from '@/lib/course/completion/completion'
import type { CheckRow } from './check-rows'
import { predictionWords, taskWords, whenWords } from './completion-words'

const HEADS = ['Name', 'Lesson', 'When', 'Predictions', 'Tasks', 'Code']

/** One row a code: as a table, and on a narrow page as a list of the same. */
export function CheckTable({ rows }: { rows: readonly CheckRow[] }) {
  return (
    <table className="mt-3 w-full text-left max-md:block">
      <thead className="border-line border-b text-muted text-sm max-md:sr-only">
        <tr>
          {HEADS.map((head) => (
            <th key={head} scope="col" className="py-2 pr-4 font-medium">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row) => (
          <tr key={row.key} className="border-line border-b align-top max-md:block max-md:py-3">
            {'completion' in row ? <Valid row={row} /> : <NotValid row={row} />}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Valid({ row }: { row: Extract<CheckRow, { completion: object }> }) {
  const { completion, again, other } = row
  const { name, label, title, lesson } = completion
  return (
    <>
      <th scope="row" className="py-2 pr-4 font-semibold max-md:block max-md:py-0">
        {name}
        {label && <span className="block font-normal text-muted text-sm">{label}</span>}
      </th>
      <Cell>
        {title} <span className="block font-mono text-muted text-xs">{lesson}</span>
      </Cell>
      <Cell>{whenWords(completion)}</Cell>
      <Cell head="Predictions">{predictionWords(completion)}</Cell>
      <Cell head="Tasks">{taskWords(completion)}</Cell>
      <Cell>
        <span className="inline-flex items-center gap-1.5 font-medium">
          <Icon name="check" size={14} /> valid
        </span>
        {other && <span className="block text-sm">another lesson than the assigned one</span>}
        {again && <span className="block text-sm">handed in more than once</span>}
      </Cell>
    </>
  )
}

function NotValid({ row }: { row: Extract<CheckRow, { fault: string }> }) {
  return (
    <>
      <th scope="row" className="py-2 pr-4 font-mono font-normal text-sm max-md:block max-md:py-0">
        {row.code.slice(0, 18)}…
      </th>
      <td colSpan={HEADS.length - 1} className="py-2 max-md:block max-md:py-0">
        <span className="mr-2 inline-flex items-center gap-1.5 font-medium">
          <Icon name="warning" size={14} /> not valid
        </span>
        {FAULTS[row.fault]}
      </td>
    </>
  )
}

function Cell({ head, children }: { head?: string; children: ReactNode }) {
  return (
    <td className="py-2 pr-4 max-md:block max-md:py-0">
      {head && <span className="text-muted md:hidden">{head}: </span>}
      {children}
    </td>
  )
}
