import { describe, expect, it } from 'vitest'
import type { HttpResponse } from '@/lib/oauth/http'
import { type BrowserState, listCookies, newBrowser, openPage, scriptCookies, settle, submitForm } from './browser'

const AS = 'http://localhost:3001/lab1'
const CLIENT = 'http://localhost:3003/client/lab1'
const EVIL = 'http://127.0.0.1:3004'

const page = (...cookies: string[]): HttpResponse => ({
  status: 200,
  headers: [['content-type', 'text/html'], ...cookies.map((line): [string, string] => ['set-cookie', line])],
  body: `<form name=f method=post action="${AS}/login"></form>`,
})

async function visit(state: BrowserState, url: string, now: number, ...cookies: string[]) {
  return settle(state, await openPage(state, url, { now, typed: true }), page(...cookies), { now })
}

async function sentTo(state: BrowserState, url: string, now = 1_000): Promise<string | null> {
  const request = await openPage(state, url, { now, typed: true })
  return request.headers.find(([name]) => name === 'cookie')?.[1] ?? null
}

const browserWith = async (...cookies: string[]) => (await visit(newBrowser(), `${AS}/login`, 1_000, ...cookies)).state

describe('where a cookie goes (RFC 6265, section 5.4)', () => {
  it('to its path and below, on any port of the host', async () => {
    const state = await browserWith('sid=1; Path=/lab1', 'other=2; Path=/lab2')
    expect(await sentTo(state, `${AS}/consent`)).toBe('sid=1')
    expect(await sentTo(state, 'http://localhost:3003/lab1/x')).toBe('sid=1')
    expect(await sentTo(state, 'http://localhost:3001/lab10')).toBeNull()
    expect(await sentTo(state, 'http://localhost:3001/lab2')).toBe('other=2')
    expect(await sentTo(state, 'http://127.0.0.1:3001/lab1')).toBeNull()
  })

  it('the longer path first', async () => {
    const state = await browserWith('a=short; Path=/lab1', 'b=long; Path=/lab1/consent')
    expect(await sentTo(state, `${AS}/consent`)).toBe('b=long; a=short')
  })

  it('without Path, to the folder of the address that set it', async () => {
    const state = await browserWith('a=1')
    expect(await sentTo(state, `${AS}/x`)).toBe('a=1')
    expect(await sentTo(state, 'http://localhost:3001/')).toBeNull()
  })

  it('not to a script when it is HttpOnly', async () => {
    const state = await browserWith('seen=1; Path=/', 'hidden=2; Path=/; HttpOnly')
    expect(scriptCookies(state, { now: 1_000 })).toBe('seen=1')
    expect(await sentTo(state, AS)).toBe('seen=1; hidden=2')
  })

  it('until it expires on the lab’s clock, whatever the real time is', async () => {
    const state = await browserWith('a=1; Path=/; Max-Age=60')
    expect(await sentTo(state, AS, 60_999)).toBe('a=1')
    expect(await sentTo(state, AS, 61_000)).toBeNull()
    const { state: later } = await visit(state, AS, 61_000)
    expect(listCookies(later)).toEqual([])
  })

  it('not longer than 400 days, and for the session when it does not say', async () => {
    const state = await browserWith('a=1; Path=/; Max-Age=99999999999', 'b=2; Path=/', 'c=3; Max-Age=-1')
    expect(listCookies(state)).toMatchObject([{ expiresAt: 400 * 86_400_000 + 1_000 }, { expiresAt: null }])
  })

  it('Max-Age counts from when it was set, however often it is read', async () => {
    let state = await browserWith('a=1; Path=/; Max-Age=60')
    for (const now of [20_000, 40_000, 60_000]) state = (await visit(state, AS, now)).state
    expect(listCookies(state)).toMatchObject([{ name: 'a', expiresAt: 61_000 }])
  })
})

describe('Secure', () => {
  it('is accepted over http on localhost and 127.0.0.1, and sent back there', async () => {
    for (const url of [AS, `${EVIL}/`]) {
      const { state, checks } = await visit(newBrowser(), url, 1_000, 'sid=1; Path=/; Secure; HttpOnly; SameSite=Lax')
      expect(checks).toMatchObject([{ id: 'cookie-stored', verdict: 'passed', saw: expect.stringMatching(/loopback/) }])
      expect(await sentTo(state, url)).toBe('sid=1')
    }
  })

  it('is refused over http anywhere else', async () => {
    const { state, checks, storage } = await visit(newBrowser(), 'http://grant-lab.example/', 1_000, 'sid=1; Secure')
    expect(checks).toMatchObject([{ by: 'browser', verdict: 'failed', reads: ['set-cookie'] }])
    expect(storage.filter(({ place }) => place === 'browser.cookies')).toEqual([])
    expect(listCookies(state)).toEqual([])
  })
})

describe('refused', () => {
  it.each([
    ['no name', '', /name=value/],
    ['another host', 'a=1; Domain=example.com', /domain/i],
    ['__Host- with a Path', '__Host-a=1; Secure; Path=/lab1', /__Host/],
    ['__Secure- without Secure', '__Secure-a=1', /__Secure/],
    ['SameSite=None without Secure', 'a=1; SameSite=None', /SameSite=None/],
    ['more than 4096 bytes', `a=${'x'.repeat(4096)}`, /4096/],
  ])('%s', async (_why, line, saw) => {
    const { state, checks } = await visit(newBrowser(), AS, 1_000, line, 'good=1; Path=/')
    expect(checks[0]).toMatchObject({ verdict: 'failed', saw: expect.stringMatching(saw) })
    expect(listCookies(state).map(({ name }) => name)).toEqual(['good'])
  })

  it('__Host- is kept when it keeps its promises', async () => {
    expect(await sentTo(await browserWith('__Host-a=1; Secure; Path=/'), AS)).toBe('__Host-a=1')
  })
})

describe('SameSite (RFC 6265bis, section 4.1.2.7)', () => {
  const cookies = [
    's=1; Path=/; SameSite=Strict',
    'l=2; Path=/; SameSite=Lax',
    'd=3; Path=/',
    'n=4; Path=/; Secure; SameSite=None',
  ]
  const headerOf = (headers: [string, string][]) => headers.find(([name]) => name === 'cookie')?.[1]

  it('another port of the same host is the same site', async () => {
    const { state } = await visit(await browserWith(...cookies), `${CLIENT}/`, 1_000)
    const post = await submitForm(state, 'f', {}, null, { now: 1_000 })
    expect(headerOf(post.headers)).toBe('s=1; l=2; d=3; n=4')
  })

  it('from another site a link brings Lax and unmarked cookies, a form only None', async () => {
    const { state } = await visit(await browserWith(...cookies), `${EVIL}/`, 1_000)
    const link = await openPage(state, AS, { now: 1_000 })
    const post = await submitForm(state, 'f', {}, null, { now: 1_000 })
    expect(headerOf(link.headers)).toBe('l=2; d=3; n=4')
    expect(headerOf(post.headers)).toBe('n=4')
  })
})

describe('what is reported', () => {
  it('each line as the command, with the row it touched', async () => {
    const line = 'sid=1; Path=/lab1; HttpOnly'
    const { state, storage } = await visit(newBrowser(), AS, 1_000, line, 'b=2; Path=/')
    expect(storage.filter(({ place }) => place === 'browser.cookies')).toEqual([
      { place: 'browser.cookies', command: `Set-Cookie: ${line}`, keys: ['sid localhost/lab1'] },
      { place: 'browser.cookies', command: 'Set-Cookie: b=2; Path=/', keys: ['b localhost/'] },
    ])
    expect(listCookies(state).map(({ key }) => key)).toEqual(['sid localhost/lab1', 'b localhost/'])
  })

  it('a deletion too', async () => {
    const { state, checks, storage } = await visit(await browserWith('a=1; Path=/'), AS, 1_000, 'a=; Path=/; Max-Age=0')
    expect(listCookies(state)).toEqual([])
    expect(checks[0]).toMatchObject({ verdict: 'passed', saw: 'a is deleted: it has expired already.' })
    expect(storage[0]?.keys).toEqual(['a localhost/'])
  })

  it('the state is plain JSON and the old one is left alone', async () => {
    const before = newBrowser()
    const frozen = JSON.stringify(before)
    const { state } = await visit(before, AS, 1_000, 'a=1; Path=/; Max-Age=60; SameSite=Lax')
    expect(JSON.stringify(before)).toBe(frozen)
    const revived: BrowserState = JSON.parse(JSON.stringify(state))
    expect(listCookies(revived)).toEqual(listCookies(state))
    expect(await sentTo(revived, AS)).toBe('a=1')
  })
})
