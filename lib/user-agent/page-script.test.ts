import { describe, expect, test } from 'vitest'
import { type BrowserState, metaContent, newBrowser, openPage, openWindow, settle, showInMain } from './browser'

const PAGE = 'http://localhost:3003/client/lab1/spa/callback'
const HTML =
  '<html><head><meta name="app-config" content="{&quot;a&quot;:1}"><script src="/client/lab1/spa/app.js"></script></head><body data-page="waiting"><main><p>old</p></main></body></html>'

async function visit(url: string, html = HTML, state = newBrowser()): Promise<BrowserState> {
  const request = await openPage(state, url, { now: 1 })
  const response = { status: 200, headers: [['content-type', 'text/html']] as [string, string][], body: html }
  const pending = { ...state, pending: { ...blank, location: url } }
  return (await settle(url.includes('#') ? pending : state, request, response, { now: 1 })).state
}

const blank = {
  method: 'GET',
  body: null,
  contentType: null,
  initiator: null,
  referrerPolicy: 'strict-origin-when-cross-origin',
  site: 'none',
  originTainted: false,
  redirects: 1,
} as const

const zeros = (length: number) => new Uint8Array(length)

describe('a script of the page', () => {
  test('reads the address with its fragment, and puts another one of its origin in its place', async () => {
    const state = await visit(`${PAGE}?a=1#access_token=t`)
    const { window, close } = openWindow(state, zeros)
    expect([window.location.search, window.location.hash]).toEqual(['?a=1', '#access_token=t'])
    window.history.replaceState(null, '', 'http://localhost:3003/client/lab1/spa/')
    expect(window.location.hash).toBe('')
    const after = close()
    expect(after.state.history.map(({ url }) => url)).toEqual(['http://localhost:3003/client/lab1/spa/'])
    expect(after.storage).toMatchObject([{ place: 'browser.history' }])
    expect(state.page?.url).toBe(`${PAGE}?a=1#access_token=t`)
    expect(() => window.history.replaceState(null, '', 'http://localhost:3001/')).toThrow(/own origin/)
  })

  test('keeps values in the storages of its origin, and says so', async () => {
    const { window, close } = openWindow(await visit(PAGE), zeros)
    window.localStorage.setItem('a', '1')
    window.sessionStorage.setItem('b', '2')
    window.memory.setItem('c', '3')
    window.sessionStorage.removeItem('b')
    window.sessionStorage.removeItem('never there')
    const { state, storage } = close()
    expect(state.localStorage).toEqual({ 'http://localhost:3003': { a: '1' } })
    expect(state.sessionStorage).toEqual({ 'http://localhost:3003': {} })
    expect(state.page?.variables).toEqual({ c: '3' })
    expect(storage.map(({ command }) => command)).toEqual([
      'localStorage.setItem("a", "1")',
      'sessionStorage.setItem("b", "2")',
      'variables.setItem("c", "3")',
      'sessionStorage.removeItem("b")',
    ])
  })

  test('loses its variables with the page, and nothing else', async () => {
    const { window, close } = openWindow(await visit(PAGE), zeros)
    window.memory.setItem('c', '3')
    window.sessionStorage.setItem('b', '2')
    const next = await visit('http://localhost:3001/lab1/authorize', '<p>elsewhere', close().state)
    const { window: elsewhere } = openWindow(next, zeros)
    expect([elsewhere.memory.getItem('c'), elsewhere.sessionStorage.getItem('b')]).toEqual([null, null])
    const { window: back } = openWindow(await visit(PAGE, HTML, next), zeros)
    expect([back.memory.getItem('c'), back.sessionStorage.getItem('b')]).toEqual([null, '2'])
  })

  test('needs a page', () => {
    expect(() => openWindow(newBrowser(), zeros)).toThrow(/no page/)
  })
})

test('settings in the page can be read, and the script’s view takes the place of what the page showed', async () => {
  const state = await visit(PAGE)
  expect(metaContent(state, 'app-config')).toBe('{"a":1}')
  expect(metaContent(state, 'other')).toBeNull()
  const shown = showInMain(state, 'photos', '<h1>$& photos</h1>')
  expect(shown.page?.html).toContain('<body data-page="photos"><main><h1>$& photos</h1></main>')
})
