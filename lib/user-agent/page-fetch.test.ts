import { describe, expect, test } from 'vitest'
import type { HeaderList } from '@/lib/oauth/http'
import {
  type BrowserState,
  fetchRequest,
  judgePreflight,
  judgeReadable,
  judgeScript,
  newBrowser,
  openPage,
  pictureRequest,
  preflightRequest,
  scriptRequest,
  settle,
} from './browser'

const APP = 'http://localhost:3003/client/lab1/spa/'
const API = 'http://localhost:3002/lab1/photos'
const HTML = '<script src="/client/lab1/spa/app.js"></script>'

async function open(html = HTML, ...more: HeaderList): Promise<BrowserState> {
  const state = newBrowser()
  const headers: HeaderList = [['content-type', 'text/html'], ['set-cookie', 'session=1; Path=/'], ...more]
  const response = { status: 200, headers, body: html }
  return (await settle(state, await openPage(state, APP, { now: 1 }), response, { now: 1 })).state
}

const CALL = {
  method: 'GET',
  url: API,
  headers: [['authorization', 'Bearer t']] as HeaderList,
  body: null,
}
const answer = (headers: HeaderList, status = 200) => ({ status, headers, body: null })

describe('a request of a script', () => {
  test('says where it comes from, and brings no cookie', async () => {
    const { headers } = fetchRequest(await open(), CALL)
    expect(Object.fromEntries(headers)).toEqual({
      accept: '*/*',
      authorization: 'Bearer t',
      origin: 'http://localhost:3003',
      referer: 'http://localhost:3003/',
      'sec-fetch-dest': 'empty',
      'sec-fetch-mode': 'cors',
      'sec-fetch-site': 'same-site',
    })
  })

  test('names its origin even where the page sends no Referer', async () => {
    const { headers } = fetchRequest(await open(HTML, ['referrer-policy', 'no-referrer']), CALL)
    expect(Object.fromEntries(headers)).toMatchObject({ origin: 'http://localhost:3003' })
    expect(headers.map(([name]) => name)).not.toContain('referer')
  })

  test('to its own origin needs to name none', async () => {
    const { headers } = fetchRequest(await open(), { ...CALL, url: `${APP}data` })
    expect(headers.map(([name]) => name)).not.toContain('origin')
  })
})

describe('the question before it', () => {
  test('tells method and headers, and carries neither token nor body', async () => {
    const { method, headers } = preflightRequest(await open(), CALL)
    expect(method).toBe('OPTIONS')
    expect(Object.fromEntries(headers)).toMatchObject({
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
      origin: 'http://localhost:3003',
    })
    expect(headers.map(([name]) => name)).not.toContain('authorization')
  })

  test.each<[HeaderList, number, string]>([
    [
      [
        ['access-control-allow-origin', '*'],
        ['access-control-allow-headers', 'Authorization, DPoP'],
      ],
      204,
      'passed',
    ],
    [
      [
        ['access-control-allow-origin', 'http://localhost:3003'],
        ['access-control-allow-headers', 'authorization'],
      ],
      200,
      'passed',
    ],
    [[['access-control-allow-origin', '*']], 204, 'failed'],
    [
      [
        ['access-control-allow-origin', '*'],
        ['access-control-allow-headers', '*'],
      ],
      204,
      'failed',
    ],
    [
      [
        ['access-control-allow-origin', 'http://localhost:3004'],
        ['access-control-allow-headers', 'authorization'],
      ],
      204,
      'failed',
    ],
    [
      [
        ['access-control-allow-origin', '*'],
        ['access-control-allow-headers', 'authorization'],
      ],
      404,
      'failed',
    ],
    [[], 204, 'failed'],
  ])('answered by %j with %i: %s', async (headers, status, verdict) => {
    const state = await open()
    const check = judgePreflight(state, preflightRequest(state, CALL), answer(headers, status))
    expect(check).toMatchObject({ by: 'browser', verdict })
  })
})

test.each<[HeaderList, string, string]>([
  [[['access-control-allow-origin', '*']], API, 'passed'],
  [[['access-control-allow-origin', 'http://localhost:3003']], API, 'passed'],
  [[['access-control-allow-origin', 'http://evil.example']], API, 'failed'],
  [[], API, 'failed'],
  [[], `${APP}data`, 'passed'],
])('an answer with %j from %s may be read: %s', async (headers, url, verdict) => {
  const state = await open()
  expect(judgeReadable(state, fetchRequest(state, { ...CALL, url }), answer(headers)).verdict).toBe(verdict)
})

test('the script of the page is fetched without naming an origin, and run only if it is one', async () => {
  const request = scriptRequest(await open(), { now: 1 })
  expect(request.url).toBe(`${APP}app.js`)
  expect(Object.fromEntries(request.headers)).toMatchObject({
    cookie: 'session=1',
    'sec-fetch-dest': 'script',
    'sec-fetch-mode': 'no-cors',
  })
  const types = ['text/javascript; charset=utf-8', 'application/javascript', 'text/html', 'text/plain']
  expect(types.map((type) => judgeScript(answer([['content-type', type]])).verdict)).toEqual([
    'passed',
    'passed',
    'failed',
    'failed',
  ])
  expect(judgeScript(answer([['content-type', 'text/javascript']], 404)).verdict).toBe('failed')
  expect(() => scriptRequest(newBrowser(), { now: 1 })).toThrow(/no page/)
})

describe('a picture of the page', () => {
  const AD = '<img alt="no source"><img src="http://127.0.0.1:3004/lab1/ad.svg" alt="ad">'

  test('is asked for with a Referer as the page has it: by default the origin alone', async () => {
    const { url, headers } = pictureRequest(await open(AD))
    expect(url).toBe('http://127.0.0.1:3004/lab1/ad.svg')
    expect(Object.fromEntries(headers)).toEqual({
      accept: '*/*',
      referer: 'http://localhost:3003/',
      'sec-fetch-dest': 'image',
      'sec-fetch-mode': 'no-cors',
      'sec-fetch-site': 'cross-site',
    })
  })

  test.each([
    ['unsafe-url', APP],
    ['no-referrer-when-downgrade', APP],
    ['same-origin', undefined],
    ['no-referrer', undefined],
  ])('under %s the Referer is %s', async (policy, referer) => {
    const { headers } = pictureRequest(await open(AD, ['referrer-policy', policy]))
    expect(Object.fromEntries(headers).referer).toBe(referer)
  })

  test('a page without one has nothing to ask for', async () => {
    const state = await open('<p>no picture</p>')
    expect(() => pictureRequest(state)).toThrow('no picture')
  })
})
