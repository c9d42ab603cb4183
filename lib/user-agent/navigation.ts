import type { HeaderList, HttpRequest } from '@/lib/oauth/http'
import { cookieHeader } from './cookies'
import { DEFAULT_REFERRER_POLICY, originFor, referrerFor } from './referrer-policy'
import { fartherOf, isTrustworthy, relationBetween } from './sites'
import { type BrowserContext, BrowserError, type BrowserState, type Navigation } from './state'

/** A link on the page is a navigation the page started; an address the user typed has no page behind it. */
export interface OpenOptions extends BrowserContext {
  typed?: boolean
}

/**
 * A link clicked on the current page, or an address typed in.
 *
 * @throws BrowserError when the URL is not an absolute http or https one
 */
export async function openPage(
  state: BrowserState,
  url: string,
  { typed, ...context }: OpenOptions,
): Promise<HttpRequest> {
  if (!URL.canParse(url) || !/^https?:/.test(url)) throw new BrowserError(`A browser cannot open ${url}.`)
  return requestFor(state, startNavigation(typed ? null : state.page, { location: url, method: 'GET' }), context)
}

/**
 * The request a pending redirect asks for: method, body and fragment were settled when it was answered.
 *
 * @throws BrowserError when no redirect is pending
 */
export async function followRedirect(state: BrowserState, context: BrowserContext): Promise<HttpRequest> {
  if (!state.pending) throw new BrowserError('There is no redirect to follow.')
  return requestFor(state, state.pending, context)
}

export function startNavigation(
  page: BrowserState['page'],
  target: Pick<Navigation, 'location' | 'method'> & Partial<Pick<Navigation, 'body' | 'contentType'>>,
): Navigation {
  return {
    body: null,
    contentType: null,
    ...target,
    initiator: page?.url ?? null,
    referrerPolicy: page?.referrerPolicy ?? DEFAULT_REFERRER_POLICY,
    site: page ? relationBetween(page.url, target.location) : 'none',
    originTainted: false,
  }
}

/** Headers in alphabetical order, as `Headers` lists them. */
export function requestFor(state: BrowserState, navigation: Navigation, context: BrowserContext): HttpRequest {
  const { location, method, body, contentType, initiator, referrerPolicy, originTainted } = navigation
  const { framedBy } = context
  const url = withoutFragment(location)
  // What happens in a frame is as far away as the page around it.
  const site = framedBy === undefined ? navigation.site : fartherOf(navigation.site, relationBetween(framedBy, url))
  const cookie = cookieHeader(state, { url, method, site, framed: framedBy !== undefined }, context)
  const referer = initiator && referrerFor(initiator, url, referrerPolicy)
  const headers: HeaderList = [['accept', 'text/html,application/xhtml+xml,*/*;q=0.8']]
  if (contentType) headers.push(['content-type', contentType])
  if (cookie) headers.push(['cookie', cookie])
  if (method !== 'GET' && method !== 'HEAD') {
    headers.push(['origin', initiator && !originTainted ? originFor(initiator, url, referrerPolicy) : 'null'])
  }
  if (referer) headers.push(['referer', referer])
  if (isTrustworthy(url)) {
    headers.push(
      ['sec-fetch-dest', framedBy === undefined ? 'document' : 'iframe'],
      ['sec-fetch-mode', 'navigate'],
      ['sec-fetch-site', site],
    )
  }
  return { method, url, headers, body }
}

export function withoutFragment(url: string): string {
  const copy = new URL(url)
  copy.hash = ''
  return copy.href
}
