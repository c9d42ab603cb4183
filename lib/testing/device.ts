import type { TestAuthorizationServer } from './authorization-server'
import { outcome } from './back-channel'
import { locationOf, pageName, type TestBrowser, testBrowser } from './front-channel'

export const DEVICE_CODE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code'

export interface DeviceCodes {
  device_code: string
  user_code: string
  verification_uri: string
  verification_uri_complete: string
  expires_in: number
  interval: number
}

/** The television asks for its codes. */
export async function deviceCodes(as: TestAuthorizationServer, scope = 'photos.read'): Promise<DeviceCodes> {
  const response = await as.form('/device_authorization', { client_id: 'tv', scope })
  if (response.status !== 200) throw new Error(`No codes: ${await response.text()}`)
  return (await response.json()) as DeviceCodes
}

/** One poll of the television. */
export function poll(as: TestAuthorizationServer, device_code: string, client_id = 'tv'): Promise<Response> {
  return as.form('/token', { grant_type: DEVICE_CODE_GRANT, device_code, client_id })
}

export async function pollOutcome(as: TestAuthorizationServer, device_code: string): Promise<string> {
  return outcome(await poll(as, device_code))
}

/** Opens the verification page and types a code. */
export async function typeCode(browser: TestBrowser, userCode: string): Promise<Response> {
  const page = await browser.get('/device')
  return browser.post('/device', [
    ['token', await fieldOf(page, 'token')],
    ['user_code', userCode],
  ])
}

/** From the typed code to the page that asks for a decision. */
export async function confirmPage(browser: TestBrowser, userCode: string): Promise<Response> {
  const page = await typeCode(browser, userCode)
  if ((await pageName(page)) !== 'login') return page
  return browser.get(locationOf(await browser.login(page)))
}

/** Alice types the code, signs in and decides. */
export async function decideDevice(
  as: TestAuthorizationServer,
  userCode: string,
  decision: 'approve' | 'deny' = 'approve',
): Promise<Response> {
  const browser = testBrowser(as)
  const page = await confirmPage(browser, userCode)
  return browser.post('/device', [
    ['transaction', await fieldOf(page, 'transaction')],
    ['scope', 'photos.read'],
    ['decision', decision],
  ])
}

/** Value of a hidden field. */
export async function fieldOf(page: Response, name: string): Promise<string> {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(await page.clone().text())?.[1]
  if (value === undefined) throw new Error(`No field ${name} on this page (${page.status}).`)
  return value
}
