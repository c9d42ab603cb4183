import { FAULTS } from '@/lib/course/completion/completion'
import type { CheckRow } from './check-rows'

const HEAD = [
  ...['name', 'class', 'lesson', 'lesson digest', 'made', 'predictions right', 'asked', 'looked up here'],
  ...['tasks done', 'tasks', 'graded here', 'valid', 'remark', 'code'],
]

/** The table as RFC 4180 has it. Spreadsheets read a cell that begins with a sign as a formula: such a one is kept a text. */
export function csvOf(rows: readonly CheckRow[]): string {
  return [HEAD, ...rows.map(cellsOf)].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

function cellsOf(row: CheckRow): (string | number)[] {
  if ('fault' in row) return [...Array.from({ length: 11 }, () => ''), 'no', FAULTS[row.fault], row.code]
  const { name, label, title, lesson, at, predictions, tasks } = row.completion
  return [
    ...[name, label, title, lesson, new Date(at * 1000).toISOString()],
    ...[predictions.right, predictions.asked, predictions.graded ? 'yes' : 'no'],
    ...[tasks.done, tasks.of, tasks.graded, 'yes', remarkOf(row), row.code],
  ]
}

function remarkOf({ again, other }: CheckRow): string {
  return [
    ...(other ? ['Another lesson than the assigned one.'] : []),
    ...(again ? ['Handed in more than once.'] : []),
  ].join(' ')
}

function cell(value: string | number): string {
  const text = String(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
