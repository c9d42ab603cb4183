import { expect, test } from 'vitest'
import { allAttacks, grantsOfMatrix } from '@/lib/attack-matrix/about'
import type { Cell } from '@/lib/attack-matrix/cell'
import { countsOf, matrixRows, neighbour } from './rows'

const cell = (attack: string, grant: Cell['grant'], verdict: Cell['verdict']): Cell => ({
  ...{ attack, grant, verdict, preset: 'bcp', switches: {}, stoppedBy: null },
  evidence: { sentence: '', cases: [], honest: { works: true, refusedBy: null, messages: 3 } },
})

const attacks = allAttacks().slice(0, 2)
const [first, second] = attacks.map(({ id }) => id)
const grants = grantsOfMatrix()

test('a place is a cell, a cell to come, or one that nobody asks about', () => {
  const rows = matrixRows(attacks, grants, [cell(first ?? '', 'implicit', 'not-applicable')])
  expect(
    rows[0]?.slots.map((slot) => (slot === null ? 'to come' : slot === 'not-asked' ? slot : slot.verdict)),
  ).toEqual([
    ...['to come', 'to come', 'not-applicable', 'to come', 'to come'],
    ...['not-asked', 'not-asked', 'not-asked', 'not-asked', 'not-asked'],
  ])
})

test('arrow keys lead from cell to cell, over places without one', () => {
  const rows = matrixRows(attacks, grants, [
    cell(first ?? '', 'authorization-code', 'stopped'),
    cell(first ?? '', 'password', 'not-applicable'),
    cell(second ?? '', 'password', 'not-applicable'),
  ])
  expect(neighbour(rows, [0, 0], 'ArrowRight')).toEqual([0, 3])
  expect(neighbour(rows, [0, 3], 'ArrowDown')).toEqual([1, 3])
  expect(neighbour(rows, [1, 3], 'ArrowLeft')).toBeNull()
  expect(neighbour(rows, [0, 0], 'ArrowUp')).toBeNull()
  expect(neighbour(rows, [0, 0], 'Enter')).toBeNull()
})

test('what is counted is what was run', () => {
  const cells = [cell('A-08', 'implicit', 'not-applicable'), cell('A-08', 'authorization-code', 'inconclusive')]
  expect(countsOf(cells)).toBe('0 succeed, 0 are stopped, 1 do not apply, 1 are inconclusive')
  expect(countsOf(cells.slice(0, 1))).toContain('none is inconclusive')
})
