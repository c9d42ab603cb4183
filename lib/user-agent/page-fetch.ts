import type { CheckReport } from '@/lib/oauth/check'
import { type HeaderList, type HttpRequest, type HttpResponse, header } from '@/lib/oauth/http'
import { cookieHeader } from './cookies'
import { attribute, elementsOf, parsePage } from './html'
import { referrerFor } from './referrer-policy'
import { browserCheck } from './report'
import { isTrustworthy, relationBetween } from './sites'
import { type BrowserContext, BrowserError, type BrowserState, type Page } from './state'

/** A request as a script hands it to `fetch`, with `credentials: 'omit'`. */
export interface ScriptRequest {
  method: string
  url: string
  headers: HeaderList
  body: string | null
}

/** Headers a script may set without asking the other server first (WHATWG Fetch, "CORS-safelisted request-header"). */
const SAFE_HEADERS = new Set(['accept', 'accept-language', 'content-language', 'content-type'])

/**
 * The request of the page's first `<script src>`, with the cookies of its address.
 *
 * @throws BrowserError when the page has no script
 */
export function scriptRequest(state: BrowserState, { now }: BrowserContext): HttpRequest {
  const page = openedPage(state)
  const scripts = [...elementsOf(parsePage(page.html))].filter(({ tagName }) => tagName === 'script')
  const source = scripts.map((script) => attribute(script, 'src')).find((src) => src !== null)
  if (!source) throw new BrowserError('The page loads no script.')
  const url = new URL(source, page.url).href
  const cookie = cookieHeader(state, { url, method: 'GET', site: relationBetween(page.url, url) }, { now })
  return complete(page, { method: 'GET', url, headers: cookie ? [['cookie', cookie]] : [], body: null }, 'script')
}

/**
 * The request of the page's first `<img src>`, made as soon as the page is shown.
 *
 * @throws BrowserError when the page has no picture
 */
export function pictureRequest(state: BrowserState): HttpRequest {
  const page = openedPage(state)
  const pictures = [...elementsOf(parsePage(page.html))].filter(({ tagName }) => tagName === 'img')
  const source = pictures.map((picture) => attribute(picture, 'src')).find((src) => src !== null)
  if (!source) throw new BrowserError('The page shows no picture that would have to be loaded.')
  return complete(page, { method: 'GET', url: new URL(source, page.url).href, headers: [], body: null }, 'image')
}

/** What the browser adds to a request of a script: where it comes from. Cookies stay at home. */
export function fetchRequest(state: BrowserState, request: ScriptRequest): HttpRequest {
  return complete(openedPage(state), request, 'empty')
}

/** The question whether a script may send this: asked before the request itself (WHATWG Fetch, "CORS-preflight fetch"). */
export function preflightRequest(state: BrowserState, { method, url, headers }: ScriptRequest): HttpRequest {
  const asked = unsafeHeaders(headers)
  const question: HeaderList = [['access-control-request-method', method]]
  if (asked.length > 0) question.push(['access-control-request-headers', asked.join(',')])
  return complete(openedPage(state), { method: 'OPTIONS', url, headers: question, body: null }, 'empty')
}

/** Whether the other server lets the script send what it wants to. */
export function judgePreflight(state: BrowserState, request: HttpRequest, response: HttpResponse): CheckReport {
  const { origin } = new URL(openedPage(state).url)
  const allowedOrigin = header(response, 'access-control-allow-origin')
  const allowed = list(header(response, 'access-control-allow-headers'))
  const asked = list(header(request, 'access-control-request-headers'))
  const fine =
    response.status >= 200 &&
    response.status < 300 &&
    isAllowed(allowedOrigin, origin) &&
    asked.every((name) => allowed.includes(name))
  const rule = 'A script may send a header of its own choice to another origin only where that origin allows it.'
  const reads = ['access-control-allow-origin', 'access-control-allow-headers']
  const saw = `${origin} asks for ${asked.join(', ') || 'nothing special'}; allowed: ${allowed.join(', ') || 'nothing'} for ${allowedOrigin ?? 'nobody'}`
  return browserCheck({ id: 'cors-preflight', rule, cites: ['fetch-3.3', 'rfc9700-2.6'], reads }, { ok: fine, saw })
}

/** Whether the script gets to read the answer. The other server has acted on the request either way. */
export function judgeReadable(state: BrowserState, request: HttpRequest, response: HttpResponse): CheckReport {
  const { origin } = new URL(openedPage(state).url)
  const sameOrigin = new URL(request.url).origin === origin
  const allowedOrigin = header(response, 'access-control-allow-origin')
  const ok = sameOrigin || isAllowed(allowedOrigin, origin)
  const saw = sameOrigin
    ? `${origin} asked itself`
    : `Access-Control-Allow-Origin: ${allowedOrigin ?? 'not sent'}, script of ${origin}, no credentials`
  const rule = 'A script reads the answer of another origin only where that origin allows it.'
  const reads = ['access-control-allow-origin']
  return browserCheck({ id: 'cors-readable', rule, cites: ['fetch-3.3', 'rfc9700-2.6'], reads }, { ok, saw })
}

/** Whether the browser runs what it loaded: with `nosniff` only what says that it is a script. */
export function judgeScript(response: HttpResponse): CheckReport {
  const type = header(response, 'content-type') ?? 'no content-type'
  const ok = response.status === 200 && /^\s*(text|application)\/javascript\b/i.test(type)
  const rule = 'A script is run only when its answer says that it is JavaScript.'
  const reads = ['content-type', 'x-content-type-options']
  return browserCheck(
    { id: 'script-type', rule, cites: ['html-8.1'], reads },
    { ok, saw: `${response.status}, ${type}` },
  )
}

function isAllowed(allowed: string | null, origin: string): boolean {
  return allowed === '*' || allowed === origin
}

function unsafeHeaders(headers: HeaderList): string[] {
  return headers
    .map(([name]) => name)
    .filter((name) => !SAFE_HEADERS.has(name))
    .toSorted()
}

function list(value: string | null): string[] {
  return (value ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')
}

function complete(page: Page, request: ScriptRequest, destination: 'empty' | 'script' | 'image'): HttpRequest {
  const { method, url, body } = request
  const relation = relationBetween(page.url, url)
  const headers: HeaderList = [...request.headers]
  if (!headers.some(([name]) => name === 'accept')) headers.push(['accept', '*/*'])
  // A request with CORS names its origin whatever the referrer policy says (WHATWG Fetch, "append a request Origin header").
  if (destination === 'empty' && (relation !== 'same-origin' || method !== 'GET')) {
    headers.push(['origin', new URL(page.url).origin])
  }
  const referer = referrerFor(page.url, url, page.referrerPolicy)
  if (referer) headers.push(['referer', referer])
  if (isTrustworthy(url)) {
    const mode = destination === 'empty' ? 'cors' : 'no-cors'
    headers.push(['sec-fetch-dest', destination], ['sec-fetch-mode', mode], ['sec-fetch-site', relation])
  }
  return { method, url, headers: headers.toSorted(([one], [other]) => (one < other ? -1 : 1)), body }
}

function openedPage({ page }: BrowserState): Page {
  if (!page) throw new BrowserError('The browser shows no page, so no script can run.')
  return page
}
