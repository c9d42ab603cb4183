import { type BrowserState, type CookieRow, listCookies } from '@/lib/user-agent/browser'
import { type Place, SCRIPTS_READ } from './place'

/** What the browser keeps, as places: its cookie jar, its history, and each origin's storages. */
export function browserPlaces(state: BrowserState): Place[] {
  return [
    cookies(state),
    history(state),
    ...storages(state, 'local'),
    ...storages(state, 'session'),
    ...variables(state),
  ]
}

function cookies(state: BrowserState): Place {
  return {
    id: 'browser.cookies',
    party: 'browser',
    label: 'Cookies',
    medium: 'Cookie jar',
    columns: ['key', 'name', 'value', 'domain', 'path', 'expires_at', 'HttpOnly', 'Secure', 'SameSite'],
    rows: listCookies(state).map((cookie) => ({
      key: cookie.key,
      name: cookie.name,
      value: cookie.value,
      domain: cookie.hostOnly ? cookie.domain : `${cookie.domain} and below`,
      path: cookie.path,
      expires_at: cookie.expiresAt,
      HttpOnly: cookie.httpOnly ? 'yes: scripts cannot read it' : SCRIPTS_READ,
      Secure: cookie.secure ? 'yes: only over HTTPS or loopback' : 'no: over any connection',
      SameSite: sameSiteInWords(cookie),
    })),
  }
}

function sameSiteInWords({ sameSite }: CookieRow): string {
  if (sameSite === 'strict') return 'Strict: never with requests from other sites'
  if (sameSite === 'none') return 'None: with every request'
  const lax = 'from other sites only when a link or redirect leads here'
  return sameSite === 'lax' ? `Lax: ${lax}` : `not said, so Lax: ${lax}`
}

function history(state: BrowserState): Place {
  return {
    id: 'browser.history',
    party: 'browser',
    label: 'History',
    medium: 'Browser history',
    columns: ['entry', 'url', 'title', 'visited_at'],
    rows: state.history.map(({ url, title, at }, index) => ({ entry: String(index + 1), url, title, visited_at: at })),
  }
}

/** Variables of the script that runs in the open page. */
function variables({ page }: BrowserState): Place[] {
  if (!page?.variables) return []
  const { origin } = new URL(page.url)
  return [
    {
      id: `browser.memory.${origin}`,
      party: 'browser',
      label: `Variables of the page at ${origin}`,
      medium: 'Memory of the page',
      columns: ['key', 'value'],
      rows: Object.entries(page.variables).map(([key, value]) => ({ key, value })),
    },
  ]
}

function storages(state: BrowserState, kind: 'local' | 'session'): Place[] {
  const byOrigin = kind === 'local' ? state.localStorage : state.sessionStorage
  return Object.entries(byOrigin).map(([origin, items]) => ({
    id: `browser.${kind}-storage.${origin}`,
    party: 'browser',
    label: `${kind === 'local' ? 'Local' : 'Session'} storage of ${origin}`,
    medium: kind === 'local' ? 'localStorage' : 'sessionStorage',
    columns: ['key', 'value'],
    rows: Object.entries(items).map(([key, value]) => ({ key, value })),
  }))
}
