import { expect, test } from 'vitest'
import type { Moment } from '@/lib/lab/timeline'
import type { Exchange } from '@/lib/wire/exchange'
import type { Step } from '@/machines/kit/step'
import { momentAt } from './branches'

// The app asks the API (2), which asks the auth server (3), which asks somebody else (4); then a message of its own (5).
const exchanges = [
  { seq: 1, parent: null },
  { seq: 2, parent: null },
  { seq: 3, parent: 2 },
  { seq: 4, parent: 3 },
  { seq: 5, parent: null },
] as Exchange[]
const timeline = [
  { seq: 0, phase: 'answered' },
  ...[1, 2, 5].flatMap((seq) => [
    { seq, phase: 'prepared' },
    { seq, phase: 'answered' },
  ]),
] as Moment[]

function seen(seq: number, kind: Step['kind']): string {
  const exchange = exchanges.find((one) => one.seq === seq) ?? null
  const moment = momentAt({ timeline, exchanges }, { exchange, kind } as Step)
  return `${moment?.seq} ${moment?.phase}`
}

test.each([
  [1, 'request', '1 prepared'],
  [1, 'response', '1 answered'],
  [2, 'request', '2 prepared'],
  [3, 'request', '2 prepared'],
  [4, 'response', '2 prepared'],
  [3, 'response', '2 prepared'],
  [2, 'response', '2 answered'],
  [5, 'request', '5 prepared'],
] as const)('message %i, %s: the stores as of %s', (seq, kind, expected) => {
  expect(seen(seq, kind)).toBe(expected)
})

test('before the first step: what the lab began with', () => {
  expect(momentAt({ timeline, exchanges }, null)).toMatchObject({ seq: 0 })
})
