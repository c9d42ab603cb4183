import { expect, test } from 'vitest'
import { sampleView } from '@/components/testing/sample-view'
import { findings } from './findings'

const { steps } = sampleView({ head: 14 })
const found = (query: string, head = 14) => findings(steps, head, query)

test('nothing typed lists what has happened, and no more', () => {
  expect(found('', 5).map(({ step }) => step)).toEqual([1, 2, 3, 4, 5])
})

test('a number leads to that step first', () => {
  expect(found('13')[0]).toMatchObject({ group: 'Steps', step: 13 })
})

test('a name finds steps by title and by what is on the wire', () => {
  expect(found('post /token')[0]).toMatchObject({ group: 'Steps', step: 13 })
})

test('a field leads to each message that has it', () => {
  const fields = found('code_verifier').filter(({ group }) => group === 'Fields')
  expect(fields.map(({ label, step }) => [label, step])).toEqual([['code_verifier', 13]])
  expect(found('code_verifier', 12)).toEqual([])
})

test('a term leads to where it comes up first', () => {
  expect(found('access token')).toContainEqual(expect.objectContaining({ group: 'Terms', step: 14 }))
  expect(found('RFC 7636').some(({ group }) => group === 'Terms')).toBe(true)
})

test('ids are unique', () => {
  const ids = found('o').map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
