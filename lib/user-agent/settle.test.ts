import { describe, expect, it } from 'vitest'
import type { HttpResponse } from '@/lib/oauth/http'
import { BrowserError, type BrowserState, newBrowser, openPage, readScreen, settle } from './browser'

const BASE = 'http://localhost:3003/client/lab1'

const answer = (
  body: string | null,
  type = 'text/html',
  status = 200,
  ...headers: [string, string][]
): HttpResponse => ({
  status,
  headers: [['content-type', type], ...headers],
  body,
})
const visit = async (state: BrowserState, path: string, response: HttpResponse, now = 5) =>
  settle(state, await openPage(state, BASE + path, { now }), response, { now })

describe('history', () => {
  it('has each page shown, oldest first, with title and time, and reports it', async () => {
    const one = await visit(newBrowser(), '/', answer('<title>Photo  Editor</title>'), 1)
    const two = await visit(one.state, '/callback?code=abc', answer('<p>untitled', 'text/html', 500), 2)
    expect(two.state.history).toEqual([
      { url: `${BASE}/`, title: 'Photo Editor', at: 1 },
      { url: `${BASE}/callback?code=abc`, title: `${BASE}/callback?code=abc`, at: 2 },
    ])
    expect(two.storage).toEqual([{ place: 'browser.history', command: `push ${BASE}/callback?code=abc`, keys: ['2'] }])
  })

  it('the same address again takes the entry’s place', async () => {
    const one = await visit(newBrowser(), '/', answer('<title>a</title>'), 1)
    const two = await visit(one.state, '/', answer('<title>b</title>'), 2)
    expect(two.state.history).toEqual([{ url: `${BASE}/`, title: 'b', at: 2 }])
    expect(two.storage[0]?.command).toBe(`replace ${BASE}/`)
  })

  it('a redirect leaves no entry: the code never gets there', async () => {
    const redirect = answer(null, 'text/plain', 303, ['location', '/photos'])
    const { state, storage } = await visit(newBrowser(), '/callback?code=abc', redirect)
    expect(state.history).toEqual([])
    expect(storage).toEqual([])
  })
})

describe('what is shown', () => {
  it.each([
    [answer('x', 'text/html', 200, ['content-disposition', 'attachment; filename=a']), 'download'],
    [answer('x', 'image/png'), 'download'],
    [answer('x', 'application/zip'), 'download'],
    [answer(null, 'text/html', 204), 'nothing'],
    [answer('{"error":"invalid_request"}', 'application/json', 400), 'page'],
    [answer('not found', 'text/plain', 404), 'page'],
  ])('case %#', async (response, arrived) => {
    const before = (await visit(newBrowser(), '/', answer('<p>before'))).state
    const settled = await visit(before, '/next', response)
    expect(settled.arrived).toBe(arrived)
    expect(settled.state.page?.url).toBe(BASE + (arrived === 'page' ? '/next' : '/'))
  })

  it('text and JSON are shown as they are, never as HTML', async () => {
    const { state } = await visit(newBrowser(), '/', answer('{"a":"<b>&amp;</b>"}', 'application/problem+json'))
    expect(readScreen(state)?.text).toEqual(['{"a":"<b>&amp;</b>"}'])
  })

  it('only http and https can be opened', async () => {
    for (const url of ['javascript:alert(1)', '/login', 'file:///x']) {
      await expect(openPage(newBrowser(), url, { now: 1 })).rejects.toThrow(BrowserError)
    }
  })
})

describe('in a frame', () => {
  const framed = async (embedder: string, ...headers: [string, string][]) => {
    const request = await openPage(newBrowser(), BASE, { now: 1 })
    return settle(newBrowser(), request, answer('<p>page', 'text/html', 200, ...headers), { now: 1, embedder })
  }
  const own = 'http://localhost:3003'
  const evil = 'http://127.0.0.1:3004'

  it.each<[string, [string, string][], boolean]>([
    [evil, [], true],
    [evil, [['x-frame-options', 'DENY']], false],
    [own, [['x-frame-options', 'deny']], false],
    [own, [['x-frame-options', 'SAMEORIGIN']], true],
    [evil, [['x-frame-options', 'SAMEORIGIN']], false],
    [evil, [['content-security-policy', "default-src 'self'; frame-ancestors 'none'"]], false],
    [own, [['content-security-policy', "frame-ancestors 'self'"]], true],
    [evil, [['content-security-policy', "frame-ancestors 'self'"]], false],
    [
      evil,
      [
        ['content-security-policy', `frame-ancestors ${evil}`],
        ['x-frame-options', 'DENY'],
      ],
      true,
    ],
    [evil, [['content-security-policy', "default-src 'none'"]], true],
  ])('of %s with %j: shown %s', async (embedder, headers, shown) => {
    const { arrived, checks, state } = await framed(embedder, ...headers)
    expect(arrived).toBe(shown ? 'page' : 'nothing')
    expect(state.page === null).toBe(!shown)
    expect(checks).toMatchObject([{ id: 'frame-allowed', by: 'browser', verdict: shown ? 'passed' : 'failed' }])
  })

  it('the window itself is never refused', async () => {
    const { arrived, checks } = await visit(
      newBrowser(),
      '/',
      answer('x', 'text/html', 200, ['x-frame-options', 'DENY']),
    )
    expect({ arrived, checks }).toEqual({ arrived: 'page', checks: [] })
  })
})
