import type { StorageReport } from '@/lib/oauth/environment'
import { attribute, elementsOf, parsePage } from './html'
import { BrowserError, type BrowserState, type Page } from './state'

/** The three calls of `localStorage` and `sessionStorage`. */
export interface KeyValue {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** What a script of the open page can reach: the same objects as in any browser, on this browser's state. */
export interface PageWindow {
  location: { readonly href: string; readonly search: string; readonly hash: string }
  history: { replaceState(data: null, unused: string, url: string): void }
  localStorage: KeyValue
  sessionStorage: KeyValue
  /** Variables of the script; they live as long as the page. */
  memory: KeyValue
  crypto: {
    getRandomValues(array: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>
    subtle: { digest(algorithm: 'SHA-256', data: BufferSource): Promise<ArrayBuffer> }
  }
}

export interface OpenWindow {
  window: PageWindow
  /** The state with everything the script did, and the commands it ran. */
  close(): { state: BrowserState; storage: StorageReport[] }
}

/**
 * Lets a script run in the open page.
 *
 * @param random where its random values come from
 * @throws BrowserError when no page is open
 */
export function openWindow(state: BrowserState, random: (length: number) => Uint8Array): OpenWindow {
  const next = structuredClone(state)
  const { page } = next
  if (!page) throw new BrowserError('The browser shows no page, so no script can run.')
  const { origin } = new URL(page.url)
  const storage: StorageReport[] = []
  const report = (place: string, command: string, key: string) => storage.push({ place, command, keys: [key] })
  const keyValue = (rows: () => Record<string, string>, place: string, object: string): KeyValue => ({
    getItem: (key) => rows()[key] ?? null,
    setItem(key, value) {
      rows()[key] = value
      report(place, `${object}.setItem(${JSON.stringify(key)}, ${JSON.stringify(value)})`, key)
    },
    removeItem(key) {
      if (!(key in rows())) return
      delete rows()[key]
      report(place, `${object}.removeItem(${JSON.stringify(key)})`, key)
    },
  })
  const of = (kind: 'localStorage' | 'sessionStorage') => () => {
    next[kind][origin] ??= {}
    return next[kind][origin]
  }
  const window: PageWindow = {
    location: {
      get href() {
        return page.url
      },
      get search() {
        return new URL(page.url).search
      },
      get hash() {
        return new URL(page.url).hash
      },
    },
    history: {
      replaceState(_data, _unused, url) {
        replaceAddress(next, page, url)
        report('browser.history', `history.replaceState(null, '', ${JSON.stringify(url)})`, String(next.history.length))
      },
    },
    localStorage: keyValue(of('localStorage'), `browser.local-storage.${origin}`, 'localStorage'),
    sessionStorage: keyValue(of('sessionStorage'), `browser.session-storage.${origin}`, 'sessionStorage'),
    memory: keyValue(
      () => {
        page.variables ??= {}
        return page.variables
      },
      `browser.memory.${origin}`,
      'variables',
    ),
    crypto: {
      getRandomValues(array) {
        array.set(random(array.byteLength))
        return array
      },
      subtle: { digest: (algorithm, data) => crypto.subtle.digest(algorithm, data) },
    },
  }
  return { window, close: () => ({ state: next, storage }) }
}

/** The address bar and the entry of the open page change; nothing is loaded (WHATWG HTML, "replaceState"). */
function replaceAddress(state: BrowserState, page: Page, url: string): void {
  const target = new URL(url, page.url)
  if (target.origin !== new URL(page.url).origin) {
    throw new BrowserError('A page can give itself only an address of its own origin.')
  }
  page.url = target.href
  state.history = state.history.map((entry, index) =>
    index === state.history.length - 1 ? { ...entry, url: target.href } : entry,
  )
}

/** The `content` of a `<meta name>` of the open page; null when it has none. */
export function metaContent({ page }: Pick<BrowserState, 'page'>, name: string): string | null {
  if (!page) return null
  const all = [...elementsOf(parsePage(page.html))]
  const meta = all.find((element) => element.tagName === 'meta' && attribute(element, 'name') === name)
  return meta ? attribute(meta, 'content') : null
}

/**
 * What a script of the page wrote into its `<main>`.
 *
 * @param content HTML whose values are escaped already
 */
export function showInMain(state: BrowserState, name: string, content: string): BrowserState {
  if (!state.page) return state
  const html = state.page.html
    .replace(/(<body[^>]*\bdata-page=")[^"]*/, (_, before: string) => before + name)
    .replace(/(<main[^>]*>)[\s\S]*(<\/main>)/, (_, before: string, after: string) => before + content + after)
  return { ...state, page: { ...state.page, html } }
}
