import { describe, expect, it } from 'vitest'
import type { HttpRequest, HttpResponse } from '@/lib/oauth/http'
import { type BrowserState, followRedirect, newBrowser, openPage, settle, submitForm } from './browser'

const AS = 'http://localhost:3001/lab1'
const CLIENT = 'http://localhost:3003/client/lab1'
const EVIL = 'http://127.0.0.1:3004/lab1'
const context = { now: 1_000 }

const page = (html: string, ...headers: [string, string][]): HttpResponse => ({
  status: 200,
  headers: [['content-type', 'text/html; charset=utf-8'], ...headers],
  body: html,
})
const redirect = (status: number, location: string, ...headers: [string, string][]): HttpResponse => ({
  status,
  headers: [['location', location], ...headers],
  body: null,
})
const LOGIN = page(`<form name="login" method="post" action="${AS}/login"><input name="password"></form>`)

async function visit(state: BrowserState, url: string, response: HttpResponse): Promise<BrowserState> {
  return (await settle(state, await openPage(state, url, context), response, context)).state
}

/** Shows a page with a form, submits it, and answers with a redirect. */
async function postAndRedirect(response: HttpResponse, shown = LOGIN) {
  const state = await visit(newBrowser(), `${AS}/login`, shown)
  const post = await submitForm(state, 'login', { password: 'wonderland' }, null, context)
  const settled = await settle(state, post, response, context)
  const next = settled.state.pending ? await followRedirect(settled.state, context) : null
  return { post, settled, next }
}

const headerOf = (request: HttpRequest | null, name: string) =>
  request?.headers.find(([key]) => key === name)?.[1] ?? null

describe('method and body (RFC 9110, section 15.4)', () => {
  it.each([
    [301, 'GET', null],
    [302, 'GET', null],
    [303, 'GET', null],
    [307, 'POST', 'password=wonderland'],
    [308, 'POST', 'password=wonderland'],
  ])('%i after POST: the next request is a %s with body %j', async (status, method, body) => {
    const { settled, next } = await postAndRedirect(redirect(status, `${CLIENT}/callback?code=abc`))
    expect(settled.arrived).toBe('redirect')
    expect(next).toMatchObject({ method, body, url: `${CLIENT}/callback?code=abc` })
    expect(headerOf(next, 'content-type')).toBe(body && 'application/x-www-form-urlencoded')
    expect(headerOf(next, 'origin')).toBe(body && 'http://localhost:3001')
    expect(settled.checks.find((check) => check.id === 'redirect-method')?.saw).toMatch(
      body ? /sent again/ : /becomes GET/,
    )
  })

  it.each([301, 302, 303, 307, 308])('%i after GET stays GET', async (status) => {
    const state = newBrowser()
    const { state: after } = await settle(state, await openPage(state, AS, context), redirect(status, '/x'), context)
    expect(await followRedirect(after, context)).toMatchObject({
      method: 'GET',
      body: null,
      url: 'http://localhost:3001/x',
    })
  })

  it('sends what the learner changed the body to', async () => {
    const state = await visit(newBrowser(), `${AS}/login`, LOGIN)
    const post = await submitForm(state, 'login', {}, null, context)
    const { state: after } = await settle(state, { ...post, body: 'edited=1' }, redirect(307, '/x'), context)
    expect((await followRedirect(after, context)).body).toBe('edited=1')
  })

  it.each([200, 300, 304])('%i is no redirect, Location or not', async (status) => {
    const { settled } = await postAndRedirect({ ...redirect(status, '/x'), body: 'hello' })
    expect(settled).toMatchObject({ arrived: 'page', state: { pending: null } })
  })

  it('303 without Location shows the body', async () => {
    const { settled } = await postAndRedirect({ status: 303, headers: [], body: 'see elsewhere' })
    expect(settled.arrived).toBe('page')
  })
})

describe('where a redirect leads', () => {
  it.each([
    ['consent?transaction=1', `${AS}/consent?transaction=1`],
    ['/x', 'http://localhost:3001/x'],
    ['?a=1', `${AS}/login?a=1`],
    ['//127.0.0.1:3004/y', 'http://127.0.0.1:3004/y'],
  ])('Location: %s is resolved to %s', async (location, url) => {
    expect((await postAndRedirect(redirect(303, location))).next?.url).toBe(url)
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'com.example.app:/cb', 'http://[', 'file:///etc/passwd'])(
    'refuses %s and keeps the page it has',
    async (location) => {
      const { settled } = await postAndRedirect(redirect(302, location))
      expect(settled).toMatchObject({ arrived: 'nothing', state: { pending: null, page: { url: `${AS}/login` } } })
      expect(settled.checks).toEqual([
        expect.objectContaining({
          id: 'redirect-target',
          by: 'browser',
          verdict: 'failed',
          saw: expect.stringContaining(location),
        }),
      ])
    },
  )

  it('gives up after 20 in a row', async () => {
    let state = newBrowser()
    let request = await openPage(state, AS, context)
    for (let count = 1; count <= 20; count++) {
      const settled = await settle(state, request, redirect(302, `${AS}?n=${count}`), context)
      expect(settled.arrived).toBe('redirect')
      state = settled.state
      request = await followRedirect(state, context)
    }
    const last = await settle(state, request, redirect(302, AS), context)
    expect(last.arrived).toBe('nothing')
    expect(last.checks.at(-1)?.saw).toMatch(/20 redirects/)
  })

  it('says so when there is none to follow', async () => {
    await expect(followRedirect(newBrowser(), context)).rejects.toThrow('There is no redirect to follow.')
  })

  it('a new page forgets the redirect that was not followed', async () => {
    const { settled } = await postAndRedirect(redirect(303, '/x'))
    expect((await visit(settled.state, CLIENT, page('<p>home'))).pending).toBeNull()
  })
})

describe('fragments (RFC 9110, section 10.2.2)', () => {
  const follow = async (first: string, second: string) => {
    const state = newBrowser()
    const one = await settle(state, await openPage(state, AS, context), redirect(302, first), context)
    const two = await settle(one.state, await followRedirect(one.state, context), redirect(302, second), context)
    return { two, request: await followRedirect(two.state, context) }
  }

  it('MUST inherit the fragment when Location has none, across origins too', async () => {
    const { two, request } = await follow(`${CLIENT}/cb#access_token=T`, `${EVIL}/grab`)
    expect(two.state.pending?.location).toBe(`${EVIL}/grab#access_token=T`)
    expect(request.url).toBe(`${EVIL}/grab`)
    expect(two.checks.find((check) => check.id === 'redirect-fragment')?.saw).toMatch(/#access_token=T goes along/)
    const { state } = await settle(two.state, request, page('<title>Loot</title>'), context)
    expect(state.history).toEqual([{ url: `${EVIL}/grab#access_token=T`, title: 'Loot', at: 1_000 }])
    expect(state.page?.url).toBe(`${EVIL}/grab#access_token=T`)
  })

  it.each(['#', '#_', '#own=1'])('a Location with %s of its own stops it', async (own) => {
    const { two } = await follow(`${CLIENT}/cb#access_token=T`, `${EVIL}/grab${own}`)
    expect(two.state.pending?.location).not.toContain('access_token')
  })

  it('no request carries a fragment', async () => {
    expect((await openPage(newBrowser(), `${AS}#x`, context)).url).toBe(AS)
    expect((await postAndRedirect(redirect(303, '/a#b'))).next?.url).toBe('http://localhost:3001/a')
  })

  it('survives an edited query, not another address', async () => {
    const state = newBrowser()
    const one = await settle(state, await openPage(state, AS, context), redirect(302, `${CLIENT}/cb?a=1#f`), context)
    const request = await followRedirect(one.state, context)
    const edited = await settle(one.state, { ...request, url: `${CLIENT}/cb?a=2` }, page(''), context)
    expect(edited.state.page?.url).toBe(`${CLIENT}/cb?a=2#f`)
    const elsewhere = await settle(one.state, { ...request, url: `${CLIENT}/other` }, page(''), context)
    expect(elsewhere.state.page?.url).toBe(`${CLIENT}/other`)
  })
})

describe('what a chain of requests says about its start', () => {
  it('Referer and Sec-Fetch-Site speak of the page that started it', async () => {
    const { post, next } = await postAndRedirect(redirect(303, `${CLIENT}/callback?code=abc`))
    expect(headerOf(post, 'referer')).toBe(`${AS}/login`)
    expect(headerOf(post, 'sec-fetch-site')).toBe('same-origin')
    expect(headerOf(next, 'referer')).toBe('http://localhost:3001/')
    expect(headerOf(next, 'sec-fetch-site')).toBe('same-site')
  })

  it('a redirect through another site makes all that follows cross-site', async () => {
    const { settled, next } = await postAndRedirect(redirect(307, `${EVIL}/a`))
    if (!next) throw new Error('The redirect was not followed.')
    expect(headerOf(next, 'sec-fetch-site')).toBe('cross-site')
    const back = await settle(settled.state, next, redirect(307, `${AS}/b`), context)
    const third = await followRedirect(back.state, context)
    expect(headerOf(third, 'sec-fetch-site')).toBe('cross-site')
    expect(headerOf(third, 'origin')).toBe('null')
  })

  it('a typed address has no start: no Referer, Sec-Fetch-Site none, also after a redirect', async () => {
    const shown = await visit(newBrowser(), CLIENT, page('<p>home'))
    const typed = await openPage(shown, AS, { ...context, typed: true })
    const { state } = await settle(shown, typed, redirect(302, `${EVIL}/x`), context)
    for (const request of [typed, await followRedirect(state, context)]) {
      expect(headerOf(request, 'referer')).toBeNull()
      expect(headerOf(request, 'sec-fetch-site')).toBe('none')
    }
  })

  it('Sec-Fetch headers go to trustworthy addresses only', async () => {
    const names = async (url: string) => (await openPage(newBrowser(), url, context)).headers.map(([name]) => name)
    expect(await names('https://photos.example/')).toContain('sec-fetch-site')
    expect(await names('http://photos.example/')).not.toContain('sec-fetch-site')
  })

  it('the answer that redirects may tighten the policy', async () => {
    const { next } = await postAndRedirect(redirect(303, `${AS}/consent`, ['referrer-policy', 'no-referrer']))
    expect(headerOf(next, 'referer')).toBeNull()
  })
})
