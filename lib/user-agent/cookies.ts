import { Cookie, CookieJar, type SerializedCookieJar } from 'tough-cookie'
import type { SiteRelation } from './sites'
import type { BrowserContext, BrowserState } from './state'

export interface CookieRow {
  /** Name, host and path: what makes a cookie the same cookie (RFC 6265, section 5.3). */
  key: string
  name: string
  value: string
  domain: string
  path: string
  /** False when subdomains get it too. */
  hostOnly: boolean
  /** Milliseconds since the epoch; null: until the browser is closed. */
  expiresAt: number | null
  httpOnly: boolean
  secure: boolean
  /** As the server said it; null when it did not, which counts as `lax`. */
  sameSite: 'strict' | 'lax' | 'none' | null
}

/** Every cookie in the jar, in the order it was first set. */
export function listCookies({ cookies }: Pick<BrowserState, 'cookies'>): CookieRow[] {
  return cookies.cookies.flatMap((saved) => {
    const cookie = Cookie.fromJSON(saved)
    return cookie ? [cookieRow(cookie)] : []
  })
}

/**
 * The `Cookie` header for a navigation of the window or of a frame, or null when no cookie goes along.
 *
 * Host, path and `Secure` decide first (RFC 6265, section 5.4); then `SameSite`: from another site only a safe
 * method of the window itself brings `Lax` cookies, and nothing brings `Strict` ones (RFC 6265bis, section 4.1.2.7).
 */
export function cookieHeader(
  state: Pick<BrowserState, 'cookies'>,
  request: { url: string; method: string; site: SiteRelation; framed?: boolean },
  { now }: BrowserContext,
): string | null {
  const safe = (request.method === 'GET' || request.method === 'HEAD') && !request.framed
  const sent = matching(state.cookies, request.url, now).filter(({ sameSite }) => {
    if (request.site !== 'cross-site' || sameSite === 'none') return true
    return sameSite !== 'strict' && safe
  })
  return sent.length > 0 ? sent.map((cookie) => cookie.cookieString()).join('; ') : null
}

/** What a script of the page gets to read: `document.cookie`. Cookies marked HttpOnly stay out. */
export function scriptCookies(state: Pick<BrowserState, 'cookies' | 'page'>, { now }: BrowserContext): string {
  if (!state.page) return ''
  const readable = matching(state.cookies, state.page.url, now).filter((cookie) => !cookie.httpOnly)
  return readable.map((cookie) => cookie.cookieString()).join('; ')
}

export function cookieRow(cookie: Cookie): CookieRow {
  const { key: name, value, secure, httpOnly } = cookie
  const domain = cookie.domain ?? ''
  const path = cookie.path ?? '/'
  const expiresAt = cookie.expiryTime() ?? Infinity
  return {
    key: `${name} ${domain}${path}`,
    name,
    value,
    domain,
    path,
    hostOnly: cookie.hostOnly ?? true,
    expiresAt: Number.isFinite(expiresAt) ? expiresAt : null,
    httpOnly,
    secure,
    sameSite: sameSiteOf(cookie),
  }
}

/** The jar's own notion of time is the machine's clock, so the lab's clock decides here instead. */
export function isAlive(cookie: Cookie | undefined, now: number): cookie is Cookie {
  return cookie !== undefined && (cookie.expiryTime() ?? Infinity) > now
}

function matching(cookies: SerializedCookieJar, url: string, now: number): Cookie[] {
  if (cookies.cookies.length === 0) return []
  const found = CookieJar.deserializeSync(cookies).getCookiesSync(url, { expire: false, sort: true })
  return found.filter((cookie) => isAlive(cookie, now))
}

function sameSiteOf({ sameSite }: Cookie): CookieRow['sameSite'] {
  return sameSite === 'strict' || sameSite === 'lax' || sameSite === 'none' ? sameSite : null
}
