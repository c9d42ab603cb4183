import type { AttackAbout } from '@/lib/attack-matrix/about'
import type { Cell } from '@/lib/attack-matrix/cell'
import type { GrantSlug } from '@/lib/attacks/attack'

/** A grant as a column of the matrix. */
export interface GrantColumn {
  slug: GrantSlug
  title: string
  /** One of the four of RFC 6749: every attack is asked about it. */
  always: boolean
}

/** The cell whose details are open. */
export interface Opened {
  /** The attack's number. */
  attack: string
  grant: GrantSlug
}

/** A place in the matrix: a cell that has been run, one that will be (null), or one nobody asks about. */
export type Slot = Cell | null | 'not-asked'

export interface MatrixRow {
  about: AttackAbout
  slots: readonly Slot[]
}

export function matrixRows(
  attacks: readonly AttackAbout[],
  grants: readonly GrantColumn[],
  cells: readonly Cell[],
): MatrixRow[] {
  const known = new Map(cells.map((cell) => [`${cell.attack} ${cell.grant}`, cell]))
  return attacks.map((about) => ({
    about,
    slots: grants.map(({ slug, always }) => {
      if (!always && !about.grants.some((grant) => grant.slug === slug)) return 'not-asked'
      return known.get(`${about.id} ${slug}`) ?? null
    }),
  }))
}

/** `26 succeed, 34 stopped, 60 not applicable, none inconclusive`. */
export function countsOf(cells: readonly Cell[]): string {
  const count = (verdict: Cell['verdict']) => cells.filter((cell) => cell.verdict === verdict).length
  const open = count('inconclusive')
  return `${count('vulnerable')} succeed, ${count('stopped')} are stopped, ${count('not-applicable')} do not apply, ${open === 0 ? 'none is' : `${open} are`} inconclusive`
}

/** Where an arrow key leads in the grid of cells: over places that hold none; null where there is no further one. */
export function neighbour(
  rows: readonly MatrixRow[],
  [row, column]: readonly [number, number],
  key: string,
): [number, number] | null {
  const [down, right] = DIRECTIONS[key] ?? [0, 0]
  if (down === 0 && right === 0) return null
  for (let at: [number, number] = [row + down, column + right]; ; at = [at[0] + down, at[1] + right]) {
    const slot = rows[at[0]]?.slots[at[1]]
    if (slot === undefined) return null
    if (slot !== null && slot !== 'not-asked') return at
  }
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}
