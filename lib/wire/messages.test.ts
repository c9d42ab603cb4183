import { describe, expect, it } from 'vitest'
import type { HttpRequest } from '@/lib/oauth/http'
import { BODY_LIMIT, parseEditedRequest, toHttpRequest, toHttpResponse, toRequest, toResponse } from './messages'

const ISSUER = 'http://localhost:3001/lab1'
const BASES = [ISSUER, 'http://localhost:3003/client/lab1']

describe('conversions', () => {
  it('keeps a request through Request and back, adding nothing', async () => {
    const request: HttpRequest = {
      method: 'POST',
      url: `${ISSUER}/token?a=1&a=2`,
      headers: [
        ['authorization', 'Basic eDp5'],
        ['cookie', 'a=1; b=2'],
        ['origin', 'null'],
        ['referer', 'http://localhost:3001/'],
      ],
      body: 'grant_type=x&é=ü',
    }
    expect(await toHttpRequest(toRequest(request))).toEqual(request)
  })

  it('lower-cases names, drops the fragment and leaves the request unread', async () => {
    const request = new Request(`${ISSUER}/x#secret`, { method: 'POST', headers: { 'X-Ab': '1' }, body: 'hello' })
    const { url, headers } = await toHttpRequest(request)
    expect(url).toBe(`${ISSUER}/x`)
    expect(headers.map(([name]) => name)).toContain('x-ab')
    expect(await request.text()).toBe('hello')
  })

  it('keeps every Set-Cookie apart', async () => {
    const headers: [string, string][] = [
      ['location', '/a'],
      ['set-cookie', 'a=1; Path=/, odd'],
      ['set-cookie', 'b=2'],
    ]
    const response = { status: 303, headers, body: null }
    expect(await toHttpResponse(toResponse(response))).toEqual(response)
  })

  it('an empty body is none, and a 204 never has one', async () => {
    expect((await toHttpResponse(new Response(''))).body).toBeNull()
    expect(await toResponse({ status: 204, headers: [], body: 'x' }).text()).toBe('')
  })

  it('cuts a long body and says so, and the receiver still gets all of it', async () => {
    const response = new Response('x'.repeat(BODY_LIMIT + 1))
    const { body } = await toHttpResponse(response)
    expect(body).toMatch(/^x+\n\[cut here: only the first \d+ bytes are recorded\]$/)
    expect(await response.text()).toHaveLength(BODY_LIMIT + 1)
    expect((await toHttpResponse(new Response('x'.repeat(BODY_LIMIT)))).body).toHaveLength(BODY_LIMIT)
  })
})

describe('a request a learner edited', () => {
  const good: HttpRequest = { method: 'POST', url: `${ISSUER}/token`, headers: [], body: 'a=1' }
  const errorOf = (changes: object): string => {
    const parsed = parseEditedRequest({ ...good, ...changes }, BASES)
    return 'error' in parsed ? parsed.error : 'accepted'
  }

  it('comes out normalised', () => {
    const headers = [['X-Custom', ' padded ']]
    expect(parseEditedRequest({ ...good, method: 'post', headers, body: '' }, BASES)).toEqual({
      request: { ...good, headers: [['x-custom', 'padded']], body: null },
    })
  })

  it.each([
    `${ISSUER}/token`,
    ISSUER,
    `${ISSUER}?a=1`,
    'http://localhost:3003/client/lab1/callback?code=x',
    `${ISSUER}/token?redirect_uri=https://evil.test/%0d%0a`,
    'HTTP://LOCALHOST:3001/lab1/token',
  ])('may go to %s', (url) => expect(errorOf({ url })).toBe('accepted'))

  it.each([
    'http://localhost:3001/lab10/token',
    'http://localhost:3001/lab1/../lab2/token',
    'http://localhost:3001/lab1/%2e%2e/lab2/token',
    'http://localhost:3001/lab1\\..\\lab2',
    'http://localhost:3001/',
    'http://localhost:3000/lab1/token',
    'http://127.0.0.1:3001/lab1/token',
    'https://localhost:3001/lab1/token',
    'http://localhost.evil.test:3001/lab1/token',
    'http://169.254.169.254/lab1',
    'file:///lab1',
  ])('may not go to %s', (url) => expect(errorOf({ url })).toMatch(/must stay below/))

  it.each([
    [{ url: '/token' }, /"\/token" is not an absolute URL/],
    [{ url: `${ISSUER}/x#frag` }, /fragment/],
    [{ url: 'http://u:p@localhost:3001/lab1/token' }, /user name/],
    [{ url: `${ISSUER}/${'x'.repeat(40_000)}` }, /at most 32768 characters/],
    [{ method: 'GET' }, /A GET request has no body/],
    [{ method: 'TRACE' }, /"TRACE" cannot be sent/],
    [{ method: 'PO ST' }, /"PO ST" is not a method/],
    [{ headers: [['x y', '1']] }, /"x y" is not a header name/],
    [{ headers: [['', '1']] }, /"" is not a header name/],
    [{ headers: [['x', 'a\r\nset-cookie: b']] }, /line breaks/],
    [{ headers: [['x', '😀']] }, /Latin-1/],
    [{ headers: [['Host', 'evil']] }, /Leave out "host"/],
    [{ headers: [['Content-Length', '1']] }, /Leave out "content-length"/],
    [{ headers: Array.from({ length: 101 }, () => ['x', '1']) }, /at most 100 headers/],
    [{ headers: [['x', 'y'.repeat(20_000)]] }, /at most 16384 characters/],
    [{ headers: { x: '1' } }, /list of pairs/],
    [{ body: 'é'.repeat(BODY_LIMIT / 2 + 1) }, /at most 131072 bytes/],
    [{ body: 7 }, /body must be text/],
    [{ extra: 1 }, /exactly these members/],
  ])('is refused with a sentence that says why (case %#)', (changes, sentence) =>
    expect(errorOf(changes)).toMatch(sentence),
  )

  it.each([null, 'x', [], 3])('is refused when it is %j', (candidate) =>
    expect(parseEditedRequest(candidate, BASES)).toEqual({ error: expect.stringMatching(/exactly these members/) }),
  )

  it('that was accepted can be sent', () => {
    const headers = [
      ['cookie', 'a=1'],
      ['x', '\u00e9'],
    ]
    for (const method of ['PATCH', 'QUERY', "odd'method"]) {
      const parsed = parseEditedRequest({ ...good, method, headers }, BASES)
      expect('request' in parsed && toRequest(parsed.request).method).toBe(method)
    }
  })
})
