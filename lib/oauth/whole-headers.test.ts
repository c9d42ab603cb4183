import { expect, test } from 'vitest'
import { WholeHeaders } from './whole-headers'

const PAIRS = [
  ['X-B', '2'],
  ['set-cookie', 'a=1'],
  ['accept', ' text/html '],
  ['Set-Cookie', 'b=2, c'],
  ['x-b', '3'],
] as const

test('they say what Fetch’s headers say', () => {
  const [ours, theirs] = [WholeHeaders.of(PAIRS), new Headers(PAIRS.map(([name, value]) => [name, value]))]
  ours.set('X-A', 'new')
  theirs.set('X-A', 'new')
  ours.delete('Accept-Not')
  expect([...ours]).toEqual([...theirs])
  expect([[...ours.keys()], [...ours.values()]]).toEqual([[...theirs.keys()], [...theirs.values()]])
  expect(ours.getSetCookie()).toEqual(theirs.getSetCookie())
  for (const name of ['X-b', 'SET-COOKIE', 'accept', 'none']) {
    expect([ours.get(name), ours.has(name)]).toEqual([theirs.get(name), theirs.has(name)])
  }
  expect([...new Headers(ours)]).toEqual([...theirs])
  expect([...new Response(null, { headers: ours }).headers]).toEqual([...theirs])
})

test('no value smuggles a line in', () => {
  for (const value of ['a\r\nset-cookie: x=1', 'a\nb', 'snow ☃']) {
    expect(() => WholeHeaders.of([['x', value]])).toThrow(TypeError)
  }
})
