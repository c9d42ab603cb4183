import type { AppConfig, PageStores } from './types'

/** Keeps the access token where the application was set up to keep it (RFC 10017, section 8). */
export function keepToken(page: PageStores, config: AppConfig, token: string): void {
  if (config.keeps === 'session') return
  if (config.keeps === 'cookie') page.writeCookie(`access_token=${token}; ${config.cookieAttributes}`)
  else page[config.keeps].setItem(`access_token.${config.lab}`, token)
}

/** Forgets it. A cookie that scripts cannot reach stays until its session ends. */
export function forgetToken(page: PageStores, config: AppConfig): void {
  if (config.keeps === 'session') return
  if (config.keeps === 'cookie') page.writeCookie(`access_token=; Max-Age=0; ${config.cookieAttributes}`)
  else page[config.keeps].removeItem(`access_token.${config.lab}`)
}

/** The token as the page holds it; null where it holds none, or where a cookie takes it along by itself. */
export function heldToken(page: PageStores, config: AppConfig): string | null {
  if (config.keeps === 'session' || config.keeps === 'cookie') return null
  return page[config.keeps].getItem(`access_token.${config.lab}`)
}
