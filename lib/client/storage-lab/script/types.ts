import type { Told } from '@/lib/oauth/browser-storage'

/**
 * What the functions of the page's script are given and answer. Each stands alone: it uses its parameters and what
 * every browser has, nothing else, because its text is what the browser gets (`./text.ts`).
 */

export interface KeyValue {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** Where a script of a page can keep something. */
export interface PageStores {
  /** Variables of the script: gone as soon as the page is left. */
  memory: KeyValue
  sessionStorage: KeyValue
  localStorage: KeyValue
  /** `document.cookie`: takes a whole `Set-Cookie` line. */
  writeCookie(line: string): void
}

/** What the application was set up with; stands in the page for everybody to read. */
export interface AppConfig {
  /** Told apart in keys: storages know origins and not labs. */
  lab: string
  choice: string
  keeps: 'memory' | 'sessionStorage' | 'localStorage' | 'cookie' | 'session'
  /** What the page writes behind the value when it sets the cookie itself; empty where it sets none. */
  cookieAttributes: string
  signIn: string
  /** Where photos are listed and added: the drive, or the application's own server in between. */
  photos: string
  /** The header its own server knows it by. */
  ownHeader: string
  /** Origin of the page around this one, and the only one it listens to. */
  app: string
  /** The one comment that is shown without being escaped. */
  unescaped: string
}

/** A request the script makes with `fetch`. */
export interface Outgoing {
  method: 'GET' | 'POST'
  url: string
  headers: Record<string, string>
  body: string | null
  credentials: 'omit' | 'same-origin'
}

/** What the page shows, and tells the page around it. */
export interface View extends Omit<Told, 'after'> {
  title: string
  sentence: string
}
