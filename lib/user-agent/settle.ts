import type { CheckReport } from '@/lib/oauth/check'
import type { StorageReport } from '@/lib/oauth/environment'
import { type HttpRequest, type HttpResponse, header } from '@/lib/oauth/http'
import { framingCheck } from './framing'
import { attribute, elementsOf, firstElement, parsePage, textOf } from './html'
import { startNavigation, withoutFragment } from './navigation'
import { isRedirect, takeRedirect } from './redirect'
import { DEFAULT_REFERRER_POLICY, lastKnownPolicy, policyInHeaders } from './referrer-policy'
import type { BrowserContext, BrowserState, HistoryEntry, Navigation, Page } from './state'
import { storeCookies } from './store-cookies'

export interface SettleContext extends BrowserContext {
  /** Origin of the page that shows this one in a frame; left out for the window itself. */
  embedder?: string
}

export interface Settled {
  state: BrowserState
  checks: CheckReport[]
  storage: StorageReport[]
  /**
   * - `redirect`: `state.pending` says where to; the old page is still shown
   * - `page`: `state.page` shows it
   * - `download`: the response was for a file, the old page is still shown
   * - `nothing`: no content, or the browser would not follow or show it
   */
  arrived: 'redirect' | 'page' | 'download' | 'nothing'
}

/** Takes in the response to a navigation: cookies first, then the redirect or the page. */
export async function settle(
  state: BrowserState,
  request: HttpRequest,
  response: HttpResponse,
  { now, embedder }: SettleContext,
): Promise<Settled> {
  const lines = response.headers.filter(([name]) => name === 'set-cookie').map(([, value]) => value)
  const { cookies, checks, storage } = storeCookies(state.cookies, lines, request.url, { now })
  const navigation = navigationOf(state, request)
  const after: BrowserState = { ...state, cookies, pending: null }

  if (isRedirect(response)) {
    const { pending, checks: more } = takeRedirect(navigation, response)
    const arrived = pending ? 'redirect' : 'nothing'
    return { state: { ...after, pending }, checks: [...checks, ...more], storage, arrived }
  }
  if (embedder !== undefined) {
    const framing = framingCheck(request.url, response, embedder)
    checks.push(framing)
    if (framing.verdict === 'failed') return { state: after, checks, storage, arrived: 'nothing' }
  }
  if (response.status === 204 || response.status === 205) return { state: after, checks, storage, arrived: 'nothing' }
  if (!isDisplayed(response)) return { state: after, checks, storage, arrived: 'download' }

  const page = pageOf(navigation.location, response)
  const history = visit(state.history, { url: page.url, title: titleOf(page), at: now })
  const command = `${history.length > state.history.length ? 'push' : 'replace'} ${page.url}`
  storage.push({ place: 'browser.history', command, keys: [String(history.length)] })
  return { state: { ...after, page, history }, checks, storage, arrived: 'page' }
}

/**
 * The navigation a request belongs to. A followed redirect is recognised by its address, whatever the learner
 * changed in the query; method and body are those that were sent.
 */
function navigationOf(state: BrowserState, request: HttpRequest): Navigation & { redirects?: number } {
  const { method, body } = request
  const contentType = header(request, 'content-type')
  const { pending } = state
  if (pending && sameAddress(pending.location, request.url)) {
    return { ...pending, location: request.url + new URL(pending.location).hash, method, body, contentType }
  }
  const page = header(request, 'sec-fetch-site') === 'none' ? null : state.page
  return startNavigation(page, { location: request.url, method, body, contentType })
}

function sameAddress(one: string, other: string): boolean {
  const [left, right] = [new URL(one), new URL(other)]
  return left.origin === right.origin && left.pathname === right.pathname
}

function isDisplayed(response: HttpResponse): boolean {
  if (/^\s*attachment/i.test(header(response, 'content-disposition') ?? '')) return false
  return /^\s*(text\/|application\/(xhtml\+xml|[\w.-]*\+?json))/i.test(header(response, 'content-type') ?? 'text/plain')
}

function pageOf(url: string, response: HttpResponse): Page {
  const body = response.body ?? ''
  const isHtml = /html/i.test(header(response, 'content-type') ?? '')
  const html = isHtml ? body : `<html><head></head><body><pre>${escaped(body)}</pre></body></html>`
  const referrerPolicy = metaPolicy(html) ?? policyInHeaders(response) ?? DEFAULT_REFERRER_POLICY
  return { url, status: response.status, html, referrerPolicy }
}

/** `<meta name="referrer">` overrides the header (W3C Referrer Policy, section 4.2). */
function metaPolicy(html: string): Page['referrerPolicy'] | null {
  for (const element of elementsOf(parsePage(html))) {
    if (element.tagName === 'meta' && attribute(element, 'name')?.toLowerCase() === 'referrer') {
      return lastKnownPolicy(attribute(element, 'content') ?? '')
    }
  }
  return null
}

function titleOf(page: Page): string {
  const title = firstElement(parsePage(page.html), 'title')
  return (title && textOf(title)) || withoutFragment(page.url)
}

/** A visit to the address that is on top already takes its entry's place. */
function visit(history: HistoryEntry[], entry: HistoryEntry): HistoryEntry[] {
  const kept = history.at(-1)?.url === entry.url ? history.slice(0, -1) : history
  return [...kept, entry]
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
