import type { Cell, Criterion, Evidence } from './evidence'
import { passwordSeenByApp, secretInUrl, tokenReadableByScript } from './seen'
import { inBestPractice, inDraft } from './standing'
import { clientAuthenticated, refreshPossible, roundTrips, userPresent } from './told'
import { codeUsable, tokenUsable } from './tried'

/** The rows of the comparison, in order. */
export const CRITERIA: readonly Criterion[] = [
  secretInUrl,
  passwordSeenByApp,
  clientAuthenticated,
  tokenReadableByScript,
  tokenUsable,
  codeUsable,
  refreshPossible,
  userPresent,
  roundTrips,
  inBestPractice,
  inDraft,
]

export interface TableRow {
  criterion: Criterion
  /** One a column, in their order. */
  cells: Cell[]
  /** The columns do not all say the same. */
  differs: boolean
}

/** The table as it can be told from what the columns have recorded so far. */
export function tableOf(columns: readonly Evidence[]): TableRow[] {
  return CRITERIA.map((criterion) => {
    const cells = columns.map((evidence) => criterion.judge(evidence))
    return { criterion, cells, differs: new Set(cells.map(({ words }) => words)).size > 1 }
  })
}
