import { expect, test } from 'vitest'
import type { Exchange } from '@/lib/wire/exchange'
import { branchName } from './branch-names'
import type { Branch } from './branches'

const exchange = (seq: number, more: Partial<Exchange> = {}): Exchange => ({
  ...{ seq, move: 'token-request', step: `step ${more.step ?? seq}`, from: 'client', to: 'authorization-server' },
  ...{ channel: 'back', prepared: null, outcome: 'accepted', arrival: 'tokens', parent: null },
  ...{ checks: [], storage: [], secrets: [], at: 0, tookMs: 1 },
  request: request('a=1&b=2'),
  response: { status: 200, headers: [], body: null },
  ...more,
})

function request(form: string) {
  const headers: [string, string][] = [['content-type', 'application/x-www-form-urlencoded']]
  return { method: 'POST', url: 'http://localhost:3001/lab/token', headers, body: form }
}

const branch = (id: number, parent: number | null, exchanges: Exchange[], phase: 'prepared' | 'answered'): Branch => {
  const from = parent === null ? null : { seq: 2, phase }
  return { id, parent, from, exchanges, timeline: [], marks: [], head: {} as Branch['head'], sent: [] }
}

const shared = [exchange(1), exchange(2)]
const first = branch(1, null, [...shared, exchange(3, { step: 'x' })], 'answered')
const nameOf = (own: Partial<Exchange>, phase: 'prepared' | 'answered' = 'prepared') => {
  const other = branch(2, 1, [...shared, exchange(9, { step: 'x', ...own })], phase)
  return branchName(other, [first, other])
}

test('the first run is called so; others by the step they left at', () => {
  expect(branchName(first, [first])).toBe('First run')
  expect(nameOf({})).toBe('5b: the same so far')
  expect(nameOf({}, 'answered')).toBe('4b: the same so far')
})

test('an edit is told by what it removed, added or changed; never by a secret', () => {
  const prepared = request('a=1&b=2')
  expect(nameOf({ prepared, request: request('a=1') })).toBe('5b: no b')
  expect(nameOf({ prepared, request: request('a=1&b=hunter2') })).toBe('5b: other b')
  expect(nameOf({ prepared, request: request('a=1&b=2&c=3') })).toBe('5b: with c')
  expect(nameOf({ prepared, request: request('a=9') })).toBe('5b: other a +1')
})

test('so are a drop, a repetition, another step and another answer', () => {
  expect(nameOf({ outcome: 'dropped', response: null })).toBe('5b: POST /token dropped')
  expect(nameOf({ move: 'send-again' })).toBe('5b: POST /token again')
  expect(nameOf({ step: 'y', request: { ...request(''), url: 'http://localhost:3001/lab/revoke' } })).toBe(
    '5b: POST /revoke',
  )
  expect(nameOf({ request: request('a=1&b=2&decision=deny') })).toBe('5b: decision deny')
  expect(nameOf({ response: { status: 400, headers: [], body: null }, arrival: 'refusal' })).toBe('5b: 400 refused')
})

test('what is made anew for every message is no difference', () => {
  expect(nameOf({ request: request('a=1&b=2&client_assertion=x') })).toBe('5b: the same so far')
})

test('branches that left at one step are lettered', () => {
  const two = branch(2, 1, shared, 'answered')
  const three = branch(3, 1, shared, 'answered')
  expect([two, three].map((one) => branchName(one, [first, two, three]).slice(0, 2))).toEqual(['4b', '4c'])
})
