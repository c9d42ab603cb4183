import { Cookie, CookieJar, type SerializedCookieJar } from 'tough-cookie'
import type { CheckReport } from '@/lib/oauth/check'
import type { CitationId } from '@/lib/oauth/citations'
import type { StorageReport } from '@/lib/oauth/environment'
import { cookieRow, isAlive } from './cookies'
import { browserCheck } from './report'
import type { BrowserContext } from './state'

/** Characters of name and value together; browsers ignore larger cookies. */
const SIZE_LIMIT = 4096
/** Seconds: browsers keep no cookie for longer than 400 days. */
const LIFETIME_LIMIT = 400 * 24 * 3600

interface Stored {
  check: CheckReport
  /** Key of the row, or null when the cookie was refused. */
  key: string | null
}

/** Takes in the `Set-Cookie` lines of one response, and forgets what has expired. */
export function storeCookies(
  before: SerializedCookieJar,
  lines: readonly string[],
  url: string,
  { now }: BrowserContext,
): { cookies: SerializedCookieJar; checks: CheckReport[]; storage: StorageReport[] } {
  const jar = lines.length > 0 ? CookieJar.deserializeSync(before) : null
  const stored = lines.flatMap((line) => (jar ? { line, ...storeOne(jar, line, url, now) } : []))
  const after = jar?.serializeSync() ?? before
  return {
    cookies: { ...after, cookies: after.cookies.filter((cookie) => isAlive(Cookie.fromJSON(cookie), now)) },
    checks: stored.map(({ check }) => check),
    storage: stored.flatMap(({ line, key }) =>
      key === null ? [] : [{ place: 'browser.cookies', command: `Set-Cookie: ${line}`, keys: [key] }],
    ),
  }
}

function storeOne(jar: CookieJar, line: string, url: string, now: number): Stored {
  const cookie = Cookie.parse(line)
  if (!cookie) return refused('rfc6265-5.3', 'The line does not begin with name=value.')
  const { key: name, value } = cookie
  if (name.length + value.length > SIZE_LIMIT)
    return refused('rfc6265-5.3', `${name} is larger than ${SIZE_LIMIT} bytes.`)
  if (cookie.sameSite === 'none' && !cookie.secure) {
    return refused('rfc6265bis-4.1.2.7', `${name} says SameSite=None, which is only accepted together with Secure.`)
  }
  fixExpiry(cookie, now)
  try {
    jar.setCookieSync(cookie, url, { now: new Date(now) })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return refused(/prefix/.test(why) ? 'rfc6265bis-4.1.3' : 'rfc6265-5.3', `${name}: ${why}`)
  }
  const saw = isAlive(cookie, now) ? whereKept(cookie, url) : `${name} is deleted: it has expired already.`
  return { check: cookieCheck('rfc6265-5.3', true, saw), key: cookieRow(cookie).key }
}

/** A moment on the lab's clock takes the place of `Max-Age`, which the jar would count by the machine's clock. */
function fixExpiry(cookie: Cookie, now: number): void {
  if (cookie.maxAge === null) return
  const seconds = Math.min(Number(cookie.maxAge), LIFETIME_LIMIT)
  cookie.expires = new Date(seconds > 0 ? now + seconds * 1000 : 0)
  cookie.maxAge = null
}

function whereKept(cookie: Cookie, url: string): string {
  const { name, domain, path } = cookieRow(cookie)
  const loopback =
    cookie.secure && url.startsWith('http:') ? '; Secure is fine here, because loopback is trustworthy' : ''
  return `${name} goes back to ${domain}, paths below ${path}${loopback}`
}

function refused(clause: CitationId, saw: string): Stored {
  return { check: cookieCheck(clause, false, saw), key: null }
}

function cookieCheck(clause: CitationId, ok: boolean, saw: string): CheckReport {
  const rule = 'A cookie is kept only when the address it came from may set it with the attributes it names.'
  return browserCheck({ id: 'cookie-stored', rule, cites: [clause], reads: ['set-cookie'] }, { ok, saw })
}
