import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { scriptText } from './text'
import type { AppConfig } from './types'

/** The text that the browser gets, parsed and run as a browser would, in a tab made of a few lines. */

const HOME = 'http://localhost:3003/client/test/spa/'
const ISSUER = 'http://localhost:3001/test'
const RESOURCE = 'http://localhost:3002/test'

const CONFIG: AppConfig = {
  lab: 'test',
  issuer: ISSUER,
  resource: RESOURCE,
  clientId: 'photo-gallery',
  home: HOME,
  redirectUri: `${HOME}callback`,
  scope: 'photos.read',
  grant: 'code',
  pkce: true,
  challengeMethod: 'S256',
  sendState: true,
  checkState: true,
  checkIssuer: true,
  cleanAddress: true,
  store: 'sessionStorage',
}

interface FakeElement {
  name: string
  textContent: string
  className: string
  children: FakeElement[]
  click: () => void
  append(child: FakeElement): void
  addEventListener(type: string, listener: () => void): void
}

function newElement(name: string): FakeElement {
  const element: FakeElement = {
    name,
    textContent: '',
    className: '',
    children: [],
    click: () => {},
    append: (child) => void element.children.push(child),
    addEventListener(_type, listener) {
      element.click = listener
    },
  }
  return element
}

function storage() {
  const rows = new Map<string, string>()
  return {
    rows,
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, value: string) => void rows.set(key, value),
    removeItem: (key: string) => void rows.delete(key),
  }
}

type Answer = { status: number; body: unknown }

function openTab(url: string, changes: Partial<AppConfig> = {}, answers: Record<string, Answer> = {}) {
  const main: FakeElement[] = []
  const sent: { url: string; method: string; headers: [string, string][]; body: string | null; credentials: string }[] =
    []
  const left: string[] = []
  let address = url
  const sessionStorage = storage()
  const localStorage = storage()
  const window = {
    document: {
      body: { dataset: {} as Record<string, string> },
      createElement: newElement,
      querySelector: (selector: string) =>
        selector === 'main'
          ? { replaceChildren: (...children: FakeElement[]) => void main.splice(0, main.length, ...children) }
          : { getAttribute: () => JSON.stringify({ ...CONFIG, ...changes }) },
    },
    location: {
      get search() {
        return new URL(address).search
      },
      get hash() {
        return new URL(address).hash
      },
      assign: (to: string) => void left.push(to),
    },
    history: {
      replaceState(_data: null, _unused: string, to: string) {
        address = new URL(to, address).href
      },
    },
    sessionStorage,
    localStorage,
    crypto: globalThis.crypto,
    async fetch(to: string, init: Omit<(typeof sent)[number], 'url'>) {
      sent.push({ url: to, ...init })
      const { status, body } = answers[`${init.method} ${to}`] ?? { status: 404, body: {} }
      return { status, text: async () => JSON.stringify(body) }
    },
  }
  return {
    window,
    sessionStorage,
    localStorage,
    sent,
    left,
    address: () => address,
    texts: () => main.flatMap((element) => [element, ...element.children]).map(({ textContent }) => textContent),
    button: () => main.flatMap(({ children }) => children).find(({ name }) => name === 'button'),
    async run() {
      // A page has these globals and no others that the script may use.
      runInNewContext(scriptText(), { window, URL, URLSearchParams, TextEncoder, Uint8Array, btoa, Map, JSON })
      await settled()
    },
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

const TOKENS = { access_token: 'at-1', refresh_token: 'rt-1', token_type: 'Bearer', expires_in: 600 }
const ANSWERS: Record<string, Answer> = {
  [`POST ${ISSUER}/token`]: { status: 200, body: TOKENS },
  [`POST ${ISSUER}/revoke`]: { status: 200, body: {} },
  [`GET ${RESOURCE}/photos`]: {
    status: 200,
    body: { owner: 'alice', photos: [{ id: '1', title: 'Dunes <b>', size: '4032x3024', bytes: 1 }] },
  },
}

async function asked(changes: Partial<AppConfig> = {}) {
  const tab = openTab(HOME, changes)
  await tab.run()
  tab.button()?.click()
  await settled()
  return { tab, request: new URL(tab.left[0] ?? 'about:blank') }
}

describe('the served text', () => {
  test('shows the way in, and leaves for the authorization server with a fresh state and challenge', async () => {
    const { tab, request } = await asked()
    expect(request.href.startsWith(`${ISSUER}/authorize?`)).toBe(true)
    const parameters = Object.fromEntries(request.searchParams)
    expect(parameters).toMatchObject({
      response_type: 'code',
      client_id: 'photo-gallery',
      code_challenge_method: 'S256',
    })
    expect(tab.sessionStorage.getItem('state.test')).toBe(parameters.state)
    expect(tab.sessionStorage.getItem('code_verifier.test')).toMatch(/^[\w-]{43}$/)
    const again = await asked()
    expect(again.request.searchParams.get('state')).not.toBe(parameters.state)
  })

  test('redeems the code, keeps the tokens, cleans the address and shows the photos as text', async () => {
    const tab = openTab(`${HOME}callback?code=c1&state=s1&iss=${encodeURIComponent(ISSUER)}`, {}, ANSWERS)
    tab.sessionStorage.setItem('state.test', 's1')
    tab.sessionStorage.setItem('code_verifier.test', 'v1')
    await tab.run()
    expect(tab.sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `POST ${ISSUER}/token`,
      `GET ${RESOURCE}/photos`,
    ])
    expect(tab.sent.every(({ credentials }) => credentials === 'omit')).toBe(true)
    expect(Object.fromEntries(new URLSearchParams(tab.sent[0]?.body ?? ''))).toMatchObject({
      code: 'c1',
      code_verifier: 'v1',
      client_id: 'photo-gallery',
    })
    expect(Object.fromEntries(tab.sent[1]?.headers ?? [])).toMatchObject({ authorization: 'Bearer at-1' })
    expect([...tab.sessionStorage.rows.keys()]).toEqual(['access_token.test', 'refresh_token.test'])
    expect(tab.address()).toBe(HOME)
    expect(tab.texts()).toContain('Dunes <b>, 4032 × 3024')
  })

  test.each([
    ['another state', `${HOME}callback?code=c1&state=stranger&iss=${encodeURIComponent(ISSUER)}`],
    ['no state', `${HOME}callback?code=c1&iss=${encodeURIComponent(ISSUER)}`],
    ['another issuer', `${HOME}callback?code=c1&state=s1&iss=https://evil.example`],
    ['an error', `${HOME}callback?error=access_denied&state=s1&iss=${encodeURIComponent(ISSUER)}`],
  ])('sends nothing after %s', async (_case, url) => {
    const tab = openTab(url, {}, ANSWERS)
    tab.sessionStorage.setItem('state.test', 's1')
    await tab.run()
    expect(tab.sent).toEqual([])
    expect(tab.window.document.body.dataset.page).toBe('error')
  })

  test('takes an implicit token out of the fragment', async () => {
    const tab = openTab(
      `${HOME}callback#access_token=at-1&token_type=bearer&state=s1`,
      { grant: 'token', checkIssuer: false, store: 'localStorage' },
      ANSWERS,
    )
    tab.sessionStorage.setItem('state.test', 's1')
    await tab.run()
    expect(tab.sent.map(({ url }) => url)).toEqual([`${RESOURCE}/photos`])
    expect([...tab.localStorage.rows]).toEqual([['access_token.test', 'at-1']])
    expect(tab.address()).toBe(HOME)
  })

  test('tokens in memory leave no trace in any storage', async () => {
    const tab = openTab(
      `${HOME}callback?code=c1&state=s1&iss=${encodeURIComponent(ISSUER)}`,
      { store: 'memory' },
      ANSWERS,
    )
    tab.sessionStorage.setItem('state.test', 's1')
    await tab.run()
    expect(tab.texts()).toContain('Photos of alice')
    expect([...tab.sessionStorage.rows, ...tab.localStorage.rows]).toEqual([])
  })

  test('renews an expired token once, and disconnects when told to', async () => {
    const answers = { ...ANSWERS, [`GET ${RESOURCE}/photos`]: { status: 401, body: { error: 'invalid_token' } } }
    const tab = openTab(HOME, {}, answers)
    tab.sessionStorage.setItem('access_token.test', 'old')
    tab.sessionStorage.setItem('refresh_token.test', 'rt-0')
    await tab.run()
    expect(tab.sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET ${RESOURCE}/photos`,
      `POST ${ISSUER}/token`,
      `GET ${RESOURCE}/photos`,
    ])

    const connected = openTab(HOME, {}, ANSWERS)
    connected.sessionStorage.setItem('access_token.test', 'at-1')
    await connected.run()
    connected.button()?.click()
    await settled()
    expect(connected.sent.at(-1)?.url).toBe(`${ISSUER}/revoke`)
    expect([...connected.sessionStorage.rows]).toEqual([])
  })
})
