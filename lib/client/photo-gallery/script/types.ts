/**
 * What the functions of the page's script are given and answer. Each function stands alone: it uses its parameters and
 * what every browser has, nothing else, because its text is what the browser gets (`./index.ts`).
 */

/** `localStorage`, `sessionStorage`, or variables of the script behind the same three calls. */
export interface KeyValue {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** What a script of a page can reach. */
export interface PageWindow {
  location: { readonly search: string; readonly hash: string }
  history: { replaceState(data: null, unused: string, url: string): void }
  sessionStorage: KeyValue
  localStorage: KeyValue
  /** Variables of the script: gone as soon as the page is left. */
  memory: KeyValue
  crypto: {
    getRandomValues(array: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>
    subtle: { digest(algorithm: 'SHA-256', data: BufferSource): Promise<ArrayBuffer> }
  }
}

/** What the application was set up with; stands in the page for everybody to read. */
export interface AppConfig {
  /** Told apart in keys: storages know origins and not labs. */
  lab: string
  issuer: string
  resource: string
  clientId: string
  /** The page itself, and where answers come to. */
  home: string
  redirectUri: string
  scope: string
  grant: 'code' | 'token'
  pkce: boolean
  /** With `plain` the verifier is its own challenge. */
  challengeMethod: 'S256' | 'plain'
  sendState: boolean
  checkState: boolean
  checkIssuer: boolean
  /** Take code and token out of the address bar. */
  cleanAddress: boolean
  store: 'memory' | 'sessionStorage' | 'localStorage'
}

/** A request the script makes with `fetch`. */
export interface Outgoing {
  method: 'GET' | 'POST'
  url: string
  headers: [name: string, value: string][]
  body: string | null
}

/** What one rule of the script found. */
export interface ScriptFinding {
  id: 'page.answer' | 'page.state' | 'page.issuer' | 'page.tokens'
  ok: boolean
  saw: string
}

/** What the page shows. */
export interface View {
  page: 'home' | 'waiting' | 'photos' | 'error'
  title: string
  sentence: string
  items: string[]
  /** The buttons, in order. */
  actions: ('connect' | 'disconnect')[]
}

/** Where the page goes, and what it made up before. */
export interface Departure {
  url: string
  made: { kind: 'state' | 'code_verifier' | 'code_challenge'; value: string }[]
}

/** What the script makes of something it was given. */
export interface Judgement {
  findings: ScriptFinding[]
  /** What to show instead of going on; null when all is well. */
  problem: View | null
}
