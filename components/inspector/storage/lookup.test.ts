import { expect, test } from 'vitest'
import { isLookup } from './lookup'

const of = (kind: string) => (command: string) => isLookup({ place: `authorization-server.${kind}`, command, keys: [] })

test.each([
  'EXISTS grant-lab:1:codes:a\nHSET grant-lab:1:codes:a key a\nPEXPIREAT grant-lab:1:codes:a 1\nZADD grant-lab:1:codes 1 a',
  'EXISTS grant-lab:1:codes:a\nHSETNX grant-lab:1:codes:a used_at 1',
  'DEL grant-lab:1:codes:a\n(and 3 more)',
])('a script of Redis that writes anything is no lookup: %s', (command) => {
  expect(of('redis')(command)).toBe(false)
})

test.each([
  'ZRANGE grant-lab:1:photos 0 -1\nHGETALL grant-lab:1:photos:a\nHGETALL grant-lab:1:photos:b',
  'HGETALL grant-lab:1:clients:photo-editor',
  'SMEMBERS grant-lab:1:grant\nHGETALL grant-lab:1:codes:a\nZSCORE grant-lab:1:codes a\n(and 7 more)',
  'EXISTS grant-lab:1:codes:a',
])('one that only reads is: %s', (command) => {
  expect(of('redis')(command)).toBe(true)
})

test('SQL and the memory store are told by their first word, however many lines there are', () => {
  expect(of('sqlite')('select *\nfrom clients\nwhere lab = ?')).toBe(true)
  expect(of('postgres')('update codes\nset used_at = $1\nwhere exists (select 1)')).toBe(false)
  expect(of('memory')('get clients photo-editor')).toBe(true)
  expect(of('memory')('insert codes a')).toBe(false)
})
