import type { AppConfig, Departure, PageWindow } from './types'

/**
 * The button was pressed: makes the authorization request (RFC 6749, sections 4.1.1 and 4.2.1; RFC 7636, section 4.3).
 * What must be known again on the way back is kept in sessionStorage, because leaving the page ends its variables.
 */
export async function beginLogin(page: PageWindow, config: AppConfig): Promise<Departure> {
  const base64Url = (bytes: Uint8Array) =>
    btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '')
  const secret = () => base64Url(page.crypto.getRandomValues(new Uint8Array(32)))
  const made: Departure['made'] = []
  const url = new URL(`${config.issuer}/authorize`)
  url.searchParams.set('response_type', config.grant)
  url.searchParams.set('client_id', config.clientId)
  url.searchParams.set('redirect_uri', config.redirectUri)
  url.searchParams.set('scope', config.scope)
  if (config.sendState) {
    const state = secret()
    made.push({ kind: 'state', value: state })
    page.sessionStorage.setItem(`state.${config.lab}`, state)
    url.searchParams.set('state', state)
  }
  if (config.grant === 'code' && config.pkce) {
    const verifier = secret()
    const digest = await page.crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
    const challenge = config.challengeMethod === 'S256' ? base64Url(new Uint8Array(digest)) : verifier
    made.push({ kind: 'code_verifier', value: verifier }, { kind: 'code_challenge', value: challenge })
    page.sessionStorage.setItem(`code_verifier.${config.lab}`, verifier)
    url.searchParams.set('code_challenge', challenge)
    url.searchParams.set('code_challenge_method', config.challengeMethod)
  }
  return { url: url.href, made }
}
