import { describe } from 'vitest'
import { keepsTime } from './contract/clock'
import { holdsGrants } from './contract/grants'
import { isPutBack, isSwept, keepsLabsApart } from './contract/labs'
import { settlesRaces } from './contract/races'
import { reportsCommands } from './contract/reports'
import { keepsRows } from './contract/rows'
import { setUp } from './contract/set-up'
import type { OpenBackend } from './port'

/**
 * What every backend promises. Each test asks `open` for a way to open backends, and closes what it opened.
 * A backend may drop expired rows by itself (a TTL) or keep them until `sweep`: both pass.
 */
export function storeContract(name: string, open: () => Promise<OpenBackend>) {
  const start = async () => setUp(await open())

  describe(name, () => {
    describe('keeps rows', () => keepsRows(start))
    describe('settles races', () => settlesRaces(start))
    describe('holds grants', () => holdsGrants(open))
    describe('keeps time', () => keepsTime(start))
    describe('keeps labs apart', () => keepsLabsApart(start))
    describe('is swept', () => isSwept(start))
    describe('is put back', () => isPutBack(start))
    describe('reports commands', () => reportsCommands(start))
  })
}
