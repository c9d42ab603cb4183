import { describe, expect, it } from 'vitest'
import { holds, pieces, shortened } from './occurrences'

const CODE = 'SplxlOBeZQQYbYS6WxSbIA'

describe('where a marked value occurs', () => {
  it('finds it alone, inside a URL and urlencoded', () => {
    const uri = 'http://localhost:3003/callback'
    expect(holds(CODE, CODE)).toBe(true)
    expect(holds(`${uri}?code=${CODE}`, CODE)).toBe(true)
    expect(holds(`redirect_uri=${encodeURIComponent(uri)}`, uri)).toBe(true)
    expect(holds('scope=photos.read+photos.write', 'photos.read photos.write')).toBe(true)
  })

  it('does not find short values inside others', () => {
    expect(holds('code', 'code')).toBe(true)
    expect(holds('response_type=code', 'code')).toBe(false)
  })

  it('cuts a text at every occurrence and loses nothing', () => {
    const text = `a=${CODE}&b=${CODE}`
    expect(pieces(text, CODE)).toEqual([
      { text: 'a=', marked: false },
      { text: CODE, marked: true },
      { text: '&b=', marked: false },
      { text: CODE, marked: true },
    ])
    expect(pieces(text, null)).toEqual([{ text, marked: false }])
  })

  it('takes a value with special characters literally', () => {
    expect(pieces('x=(a+b)*[c]?.', '(a+b)*[c]?').filter(({ marked }) => marked)).toHaveLength(1)
  })
})

it('shortens in the middle, to the length asked for', () => {
  expect(shortened('short', 10)).toBe('short')
  expect(shortened('0123456789'.repeat(3), 13)).toBe('01234567…6789')
})
