import { describe, expect, it } from 'vitest'
import type { HttpResponse } from '@/lib/oauth/http'
import { newBrowser, openPage, settle } from './browser'
import { originFor, type ReferrerPolicy, referrerFor } from './referrer-policy'

const PAGE = 'https://client.test/cb?code=abc#frag'
const SAME = 'https://client.test/next'
const CROSS = 'https://other.test/'
const DOWN = 'http://other.test/'
const FULL = 'https://client.test/cb?code=abc'
const ORIGIN = 'https://client.test/'

describe('Referer by policy (W3C Referrer Policy, section 8.3)', () => {
  const table: [ReferrerPolicy, string | null, string | null, string | null][] = [
    ['no-referrer', null, null, null],
    ['no-referrer-when-downgrade', FULL, FULL, null],
    ['same-origin', FULL, null, null],
    ['origin', ORIGIN, ORIGIN, ORIGIN],
    ['strict-origin', ORIGIN, ORIGIN, null],
    ['origin-when-cross-origin', FULL, ORIGIN, ORIGIN],
    ['strict-origin-when-cross-origin', FULL, ORIGIN, null],
    ['unsafe-url', FULL, FULL, FULL],
  ]
  it.each(table)('%s: same origin %s, other origin %s, to plain http %s', (policy, same, cross, down) => {
    expect(referrerFor(PAGE, SAME, policy)).toBe(same)
    expect(referrerFor(PAGE, CROSS, policy)).toBe(cross)
    expect(referrerFor(PAGE, DOWN, policy)).toBe(down)
  })

  it('never sends credentials, and loopback is no downgrade', () => {
    expect(referrerFor('https://u:p@client.test/a', SAME, 'unsafe-url')).toBe('https://client.test/a')
    expect(referrerFor('http://localhost:3001/a', 'http://127.0.0.1:3004/', 'strict-origin')).toBe(
      'http://localhost:3001/',
    )
    expect(referrerFor('http://localhost:3001/a', 'http://evil.test/', 'strict-origin')).toBeNull()
  })
})

it('Origin is hidden where the policy hides the referrer', () => {
  expect(originFor(PAGE, SAME, 'no-referrer')).toBe('null')
  expect(originFor(PAGE, CROSS, 'same-origin')).toBe('null')
  expect(originFor(PAGE, SAME, 'same-origin')).toBe('https://client.test')
  expect(originFor(PAGE, DOWN, 'strict-origin-when-cross-origin')).toBe('null')
  expect(originFor(PAGE, CROSS, 'strict-origin-when-cross-origin')).toBe('https://client.test')
  expect(originFor(PAGE, DOWN, 'unsafe-url')).toBe('https://client.test')
})

describe('which policy a page has', () => {
  const refererAfter = async (headers: HttpResponse['headers'], html = '<p>page') => {
    const context = { now: 1 }
    const state = newBrowser()
    const response = {
      status: 200,
      headers: [['content-type', 'text/html'], ...headers] as HttpResponse['headers'],
      body: html,
    }
    const shown = await settle(
      state,
      await openPage(state, 'http://localhost:3003/cb?code=x', context),
      response,
      context,
    )
    const next = await openPage(shown.state, 'http://localhost:3001/', context)
    return next.headers.find(([name]) => name === 'referer')?.[1] ?? null
  }

  it('strict-origin-when-cross-origin when it says nothing', async () => {
    expect(await refererAfter([])).toBe('http://localhost:3003/')
  })
  it('its header', async () => {
    expect(await refererAfter([['referrer-policy', 'unsafe-url']])).toBe('http://localhost:3003/cb?code=x')
    expect(await refererAfter([['referrer-policy', 'no-referrer']])).toBeNull()
  })
  it('the last one known when several are named', async () => {
    expect(await refererAfter([['referrer-policy', 'unsafe-url, No-Referrer, from-the-future']])).toBeNull()
    expect(await refererAfter([['referrer-policy', 'from-the-future']])).toBe('http://localhost:3003/')
  })
  it('its meta element, before the header', async () => {
    const html = '<head><meta name=referrer content=no-referrer></head>'
    expect(await refererAfter([['referrer-policy', 'unsafe-url']], html)).toBeNull()
  })
})
