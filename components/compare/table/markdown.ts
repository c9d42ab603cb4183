import { citation } from '@/lib/oauth/citations'
import type { Cell } from './evidence'
import type { TableRow } from './table'

interface MarkdownTable {
  /** Titles of the columns, with what distinguishes them. */
  titles: readonly string[]
  rows: readonly TableRow[]
  /** Where the comparison can be run again. */
  link: string
}

/** The table as Markdown, for a document or a review: whoever reads it finds the comparison it came from. */
export function markdownOf({ titles, rows, link }: MarkdownTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(['', ...titles.map(escaped)]),
    `|${' --- |'.repeat(titles.length + 1)}`,
    ...rows.map(({ criterion, cells }) => line([escaped(criterion.label), ...cells.map(wordsOf)])),
    '',
    `Computed from recorded runs by Grant Lab: <${link}>`,
    '',
  ].join('\n')
}

function wordsOf({ words, detail, cites = [] }: Cell): string {
  const clauses = cites.map((id) => `[${citation(id).label}](${citation(id).url})`)
  return [escaped(words), ...(detail ? [`(${escaped(detail)})`] : []), ...clauses].join(' ')
}

/** What Markdown or HTML would take for a sign of its own, in a table. */
const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\|]/g, '\\$&')
    .replaceAll('\n', ' ')
