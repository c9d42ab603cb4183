import { CookieJar, type SerializedCookieJar } from 'tough-cookie'
import type { ReferrerPolicy } from './referrer-policy'
import type { SiteRelation } from './sites'

/** One browser of a lab, as plain JSON: it can be saved at every message and put back. */
export interface BrowserState {
  cookies: SerializedCookieJar
  /** Oldest first. Pages that redirected leave no entry. */
  history: HistoryEntry[]
  /** What the window shows; null before the first page. */
  page: Page | null
  /** A redirect that was answered and not followed yet. */
  pending: PendingRedirect | null
  /** By origin, then by key. */
  localStorage: Record<string, Record<string, string>>
  sessionStorage: Record<string, Record<string, string>>
}

export interface HistoryEntry {
  /** With its fragment: whoever opens the history reads it. */
  url: string
  title: string
  /** Milliseconds since the epoch, lab's clock. */
  at: number
}

export interface Page {
  /** With its fragment. */
  url: string
  status: number
  html: string
  referrerPolicy: ReferrerPolicy
  /** Variables of its script, by name; gone with the page. Left out where no script has set any. */
  variables?: Record<string, string>
}

/** A navigation of the window, from what started it to the next request it needs. */
export interface Navigation {
  /** Absolute, with the fragment if there is one. */
  location: string
  method: string
  body: string | null
  contentType: string | null
  /** URL of the page that started it; null when it was typed. */
  initiator: string | null
  referrerPolicy: ReferrerPolicy
  /** How far the requests made so far strayed from the initiator. */
  site: SiteRelation
  /** The chain left the initiator's origin and then changed origin again: `Origin` says `null` from then on. */
  originTainted: boolean
}

export interface PendingRedirect extends Navigation {
  /** Redirects followed in this navigation, this one included. */
  redirects: number
}

export interface BrowserContext {
  /** Milliseconds since the epoch, lab's clock: decides which cookies have expired. */
  now: number
  /** URL of the page in one of whose frames this happens; left out for the window itself. */
  framedBy?: string
}

/** Somebody asked this browser for something its page does not offer. The message is a sentence for people. */
export class BrowserError extends Error {
  override readonly name = 'BrowserError'
}

/** A browser fresh out of the box. */
export function newBrowser(): BrowserState {
  const cookies = new CookieJar(null, { prefixSecurity: 'strict' }).serializeSync()
  if (!cookies) throw new Error('The cookie jar could not be saved.')
  return { cookies, history: [], page: null, pending: null, localStorage: {}, sessionStorage: {} }
}
