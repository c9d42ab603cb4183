import { expect, test } from 'vitest'
import type { Checked, Completion } from '@/lib/course/completion/completion'
import { checkRows } from './check-rows'
import { predictionWords, taskWords } from './completion-words'
import { csvOf } from './csv'

const DONE: Completion = {
  name: 'Ana',
  lesson: 'AAAAAAAAAAAA',
  title: 'Why PKCE',
  label: '',
  at: 0,
  predictions: { right: 2, asked: 3, graded: true },
  tasks: { done: 2, of: 2, graded: 1 },
}
const of = (change: Partial<Completion>, code = 'GL1.A'): Checked => ({ code, completion: { ...DONE, ...change } })

test('what was handed in twice is marked, further down', () => {
  const rows = checkRows([of({}), of({ name: 'Bob' }), of({ name: 'ANA', at: 9 }, 'GL1.B'), of({ lesson: 'B' })])
  expect(rows.map(({ again }) => again)).toEqual([false, false, true, false])
})

test('another lesson than the assigned one is told', () => {
  const rows = checkRows([of({}), of({ lesson: 'B' }), { code: 'x', fault: 'no-code' }], 'AAAAAAAAAAAA')
  expect(rows.map(({ other }) => other)).toEqual([false, true, false])
  expect(csvOf(rows)).toContain('Another lesson than the assigned one.')
})

test('what only the browser says is told apart', () => {
  expect(predictionWords(DONE)).toBe('2 of 3, looked up in the run here')
  expect(predictionWords({ ...DONE, predictions: { right: 3, asked: 3, graded: false } })).toBe(
    '3 of 3, as the browser tells',
  )
  expect(taskWords(DONE)).toBe('2 of 2, 1 graded here')
  expect(taskWords({ ...DONE, tasks: { done: 1, of: 2, graded: 1 } })).toBe('1 of 2, graded here')
  expect(taskWords({ ...DONE, tasks: { done: 1, of: 2, graded: 0 } })).toBe('1 of 2, as the browser tells')
})

test('the CSV keeps commas, quotes and line breaks, and holds no formula', () => {
  const csv = csvOf(checkRows([of({ name: '=SUM(A1)', label: 'Group "2", b' }), { code: 'GL1.C', fault: 'changed' }]))
  const [head, first, second] = csv.split('\r\n')
  expect(head).toMatch(/^name,class,lesson,/)
  expect(first).toMatch(
    /^'=SUM\(A1\),"Group ""2"", b",Why PKCE,AAAAAAAAAAAA,1970-01-01T00:00:00\.000Z,2,3,yes,2,2,1,yes,,GL1\.A$/,
  )
  expect(second).toMatch(
    /^,{11}no,The code was changed after it was signed\. Ask for the code as it was shown\.,GL1\.C$/,
  )
})
