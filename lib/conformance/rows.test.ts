import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LATER, type Level, ROWS } from './rows'
import { WITHOUT_EVIDENCE } from './without-evidence'

/** A test cites a row by its id in square brackets at the beginning of its title: `[AC-05] MUST ...`. */
const CITATION = /\[([A-Z]+-\d\d)\]/g

const root = import.meta.dirname
const testFiles = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.test.ts') && path !== 'rows.test.ts',
)
const cited = new Set(
  testFiles.flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(CITATION)].map((match) => match[1])),
)
const known = new Set(ROWS.map((row) => row.id))
const later = new Set(Object.values(LATER).flat())
const excused = new Set(WITHOUT_EVIDENCE.map((row) => row.id))

/** Rows of a level that no test cites, those of later issues left out. */
const unproved = (level: Level) =>
  ROWS.filter((row) => row.level === level && !later.has(row.id) && !cited.has(row.id)).map((row) => row.id)

test('every row has an id of its own', () => {
  expect(known.size).toBe(ROWS.length)
})

test('tests cite only rows that exist', () => {
  expect([...cited].filter((id) => id !== undefined && !known.has(id))).toEqual([])
})

test('every MUST row that is built has a test', () => {
  expect(unproved('MUST')).toEqual([])
})

test('every SHOULD row that is built has a test or a reason why not', () => {
  expect(unproved('SHOULD').filter((id) => !excused.has(id))).toEqual([])
})

test('the lists of what is missing name known rows, and none that is proved', () => {
  expect([...excused, ...later].filter((id) => !known.has(id))).toEqual([])
  expect([...excused].filter((id) => cited.has(id) || later.has(id))).toEqual([])
})
