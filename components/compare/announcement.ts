import type { CompareView } from './view'

/** What a screen reader says once a phase is there. */
export function announcement({ rows, shown, columns, difference }: CompareView): string {
  const row = rows[shown - 1]
  if (!row)
    return columns.length === 0 ? '' : 'Nothing has happened yet. Next phase runs every flow to the end of a phase.'
  const told = row.cells.map((cell, index) => {
    const name = columns[index]?.name ?? ''
    if (cell.kind === 'absent') return `${name}: no such phase.`
    return cell.kind === 'steps' ? `${name}: ${cell.steps.length} messages.` : `${name}: not yet.`
  })
  const first = difference?.row === shown - 1 ? [`First difference: ${difference.what}.`] : []
  return [`Phase ${shown} of ${rows.length}: ${row.title}.`, ...told, ...first].join(' ')
}
