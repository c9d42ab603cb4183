import { describe, expect, test } from 'vitest'
import { CATALOGUE } from '@/machines/catalogue'
import { compareQuery, distinctions, readSpecs, specKey } from './spec'
import { SUGGESTIONS } from './suggestions'

describe('a link', () => {
  test('names flows and the options that are not the default', () => {
    const { specs, notices } = readSpecs('authorization-code~pkce:off,implicit')
    expect(notices).toEqual([])
    expect(specs.map(({ entry }) => entry.slug)).toEqual(['authorization-code', 'implicit'])
    expect(specs[0]?.options).toMatchObject({ pkce: 'off', client: 'confidential' })
    expect(compareQuery(specs, 'redeem')).toBe('?flows=authorization-code~pkce:off,implicit&phase=redeem')
  })

  test('every flow with every option survives the way through the address', () => {
    for (const entry of CATALOGUE) {
      const options = Object.fromEntries(entry.options.map(({ name, choices }) => [name, choices.at(-1)?.value ?? '']))
      const key = specKey({ entry, options })
      const through = new URL(`http://app.test/compare${compareQuery([{ entry, options }])}`).searchParams.get('flows')
      expect(through).toBe(key)
      expect(readSpecs(through ?? '')).toEqual({ specs: [{ entry, options }], notices: [] })
    }
  })

  test('without flows it asks for nothing', () => {
    expect(readSpecs('')).toEqual({ specs: [], notices: [] })
    expect(compareQuery([])).toBe('')
  })
})

describe('what a link has wrong is replaced by what comes nearest, with a notice', () => {
  test.each([
    ['autorization-code', ['authorization-code'], /There is no flow “autorization-code”: “Authorization code” comes/],
    ['something-else-entirely', [], /There is no flow “something-else-entirely”\. Choose one/],
    ['implicit~colour:red', ['implicit'], /has no option “colour”/],
    ['authorization-code~pkce', ['authorization-code'], /offers required, on, off, and the link names none: required/],
    ['authorization-code~pkce:maybe', ['authorization-code'], /“PKCE” offers required, on, off, not “maybe”/],
    ['implicit,implicit', ['implicit'], /stands there already/],
    [
      'implicit,password,device,refresh,par-dpop',
      ['implicit', 'password', 'device', 'refresh'],
      /names 5 flows\. The first 4/,
    ],
  ])('%s', (text, slugs, notice) => {
    const { specs, notices } = readSpecs(text)
    expect(specs.map(specKey)).toEqual(slugs)
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatch(notice)
  })
})

test('the same flow twice is told apart by what differs', () => {
  const { specs } = readSpecs('authorization-code,authorization-code~pkce:off,implicit')
  expect(specs.map((spec) => distinctions(spec, specs))).toEqual([['PKCE: Required'], ['PKCE: Off'], []])
})

test('every suggestion can be shown as it stands', () => {
  for (const { flows } of SUGGESTIONS) {
    const { specs, notices } = readSpecs(flows)
    expect(notices, flows).toEqual([])
    expect(specs.map(specKey).join(',')).toBe(flows)
  }
})
