import { describe, expect, it } from 'vitest'
import { chosen, judged, median, medianRatio, percentile, rounded } from './figures.mjs'
import { bodyOf } from './load.mjs'

describe('figures of a measurement', () => {
  it('finds percentiles whatever the order', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile(hundred, 1)]).toEqual([51, 100, 100])
    expect([median([9, 1, 5]), median([])]).toEqual([5, 0])
  })

  it('compares round with round, so that a slow round slows both', () => {
    expect(medianRatio([200, 20, 210], [100, 10, 100])).toBe(2)
  })

  it('says no more than was measured', () => {
    expect([12345.6, 99.96, 9.876, 0.4239].map(rounded)).toEqual([12346, 100, 9.88, 0.42])
  })

  it('says whether a goal was reached, whichever way it points', () => {
    expect(judged(2.1, { atLeast: 2 })).toBe('at least 2: reached')
    expect(judged(1.9, { atLeast: 2 })).toBe('at least 2: MISSED')
    expect(judged(300, { atMost: 300, unit: 'KB' })).toBe('at most 300 KB: reached')
    expect(judged(301, { atMost: 300, unit: 'KB' })).toBe('at most 300 KB: MISSED')
  })

  it('runs what was named, in the order of the list, and says what there is', () => {
    expect(chosen([], ['a', 'b'])).toEqual(['a', 'b'])
    expect(chosen(['c', 'a'], ['a', 'b', 'c'])).toEqual(['a', 'c'])
    expect(() => chosen(['x'], ['a', 'b'])).toThrow('There is no measurement x. There are: a, b.')
  })
})

describe('an answer as bytes', () => {
  const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n'
  it('is whole when its length says so', () => {
    expect(bodyOf(`${head}Content-Length: 4\r\n\r\n{"a`)).toBeNull()
    expect(bodyOf(`${head}Content-Length: 4\r\n\r\n{"a}`)).toBe('{"a}')
  })
  it('or when its last chunk is there', () => {
    expect(bodyOf(`${head}Transfer-Encoding: chunked\r\n\r\n3\r\n{"a\r\n`)).toBeNull()
    expect(bodyOf(`${head}Transfer-Encoding: chunked\r\n\r\n3\r\n{"a\r\n1\r\n}\r\n0\r\n\r\n`)).toBe('{"a}')
  })
})
