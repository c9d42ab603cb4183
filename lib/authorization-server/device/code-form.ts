import { cookie, readCookie } from '../cookies'
import type { AuthorizationServerEnvironment } from '../environment'
import { newSecret, sha256 } from '../secret-key'
import { BROWSER_COOKIE } from '../transactions'

/**
 * What ties the form for the user code to the browser it was made for: nobody who does not know the browser's cookie
 * can make it up.
 *
 * @returns `known` is false when the browser brought no cookie; `setCookies` then gives it one
 */
export async function codeFormToken(headers: Headers, env: AuthorizationServerEnvironment) {
  const brought = readCookie(headers, BROWSER_COOKIE)
  const browser = brought ?? newSecret(env)
  const setCookies = brought === null ? [cookie(env, BROWSER_COOKIE, browser)] : []
  return { token: await sha256(`device ${browser}`), known: brought !== null, setCookies }
}
