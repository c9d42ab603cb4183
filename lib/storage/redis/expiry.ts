import type { AnyRow, Cell } from '../any-row'
import type { StoreContext } from '../port'
import type { Lifetimes } from './upkeep'

/** One moment on the two clocks, milliseconds: the lab's can be ahead of the wall's. */
export class Moment {
  readonly now: number
  readonly wall: number
  /** When the lab's keys go if it is not used again. */
  readonly labGoes: number

  constructor(context: StoreContext, { wallClock, labLifetime }: Lifetimes) {
    this.now = context.now()
    this.wall = wallClock()
    this.labGoes = this.wall + labLifetime
  }

  /** When a row with this `expires_at` goes, on the wall: as much later than now as on the lab's clock. */
  goes(expiresAt: Cell | undefined): number {
    return typeof expiresAt === 'number' ? expiresAt - this.now + this.wall : this.labGoes
  }

  /** Whether the lab's clock has passed the row's `expires_at`. */
  hasPassed(row: AnyRow): boolean {
    return typeof row.expires_at === 'number' && row.expires_at <= this.now
  }
}
