import type { AppConfig, Judgement, Outgoing, PageWindow, View } from './types'

/**
 * Redeems the code, from the page (RFC 6749, section 4.1.3). The code leaves the address bar first; a public client
 * has no secret to add, only its verifier.
 *
 * @throws Error when the page holds no code
 */
export function prepareTokenRequest(page: PageWindow, config: AppConfig): Outgoing {
  const key = (name: string) => `${name}.${config.lab}`
  const answer = new URLSearchParams(page.location.search.slice(1))
  const code = answer.get('code') ?? page.sessionStorage.getItem(key('code'))
  if (code === null) throw new Error('The page holds no authorization code. Finish the authorization first.')
  page.sessionStorage.setItem(key('code'), code)
  page.sessionStorage.removeItem(key('state'))
  if (config.cleanAddress && page.location.search !== '') page.history.replaceState(null, '', config.home)
  const verifier = page.sessionStorage.getItem(key('code_verifier'))
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: config.redirectUri,
    client_id: config.clientId,
    ...(verifier === null ? {} : { code_verifier: verifier }),
  })
  return {
    method: 'POST',
    url: `${config.issuer}/token`,
    headers: [
      ['accept', 'application/json'],
      ['content-type', 'application/x-www-form-urlencoded;charset=UTF-8'],
    ],
    body: form.toString(),
  }
}

/**
 * Trades the refresh token for fresh tokens (RFC 6749, section 6).
 *
 * @throws Error when the page holds none
 */
export function prepareRefreshRequest(page: PageWindow, config: AppConfig): Outgoing {
  const places = { memory: page.memory, sessionStorage: page.sessionStorage, localStorage: page.localStorage }
  const token = places[config.store].getItem(`refresh_token.${config.lab}`)
  if (token === null) throw new Error('The page holds no refresh token.')
  const form = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token, client_id: config.clientId })
  return {
    method: 'POST',
    url: `${config.issuer}/token`,
    headers: [
      ['accept', 'application/json'],
      ['content-type', 'application/x-www-form-urlencoded;charset=UTF-8'],
    ],
    body: form.toString(),
  }
}

/** Keeps the tokens where the application was set up to keep them (RFC 6749, section 5.1). */
export function settleTokenResponse(page: PageWindow, config: AppConfig, status: number, body: string): Judgement {
  const key = (name: string) => `${name}.${config.lab}`
  const problem: View = {
    page: 'error',
    title: 'Your photos could not be connected',
    sentence: 'The permission could not be turned into access. Connecting once more usually helps.',
    items: [],
    actions: ['connect'],
  }
  page.sessionStorage.removeItem(key('code'))
  page.sessionStorage.removeItem(key('code_verifier'))
  let tokens: Record<string, unknown> = {}
  try {
    tokens = Object(JSON.parse(body))
  } catch {
    // What is no JSON holds no tokens, which is said below.
  }
  if (status !== 200) {
    const items = typeof tokens.error === 'string' ? [`${tokens.error}: ${tokens.error_description ?? ''}`] : []
    return { findings: [], problem: { ...problem, items } }
  }
  const { access_token: access, refresh_token: refresh, token_type: type } = tokens
  const ok = typeof access === 'string' && typeof type === 'string' && type.toLowerCase() === 'bearer'
  const findings: Judgement['findings'] = [{ id: 'page.tokens', ok, saw: Object.keys(tokens).join(', ') }]
  if (!ok) return { findings, problem }
  const places = { memory: page.memory, sessionStorage: page.sessionStorage, localStorage: page.localStorage }
  places[config.store].setItem(key('access_token'), access)
  if (typeof refresh === 'string') places[config.store].setItem(key('refresh_token'), refresh)
  return { findings, problem: null }
}

/**
 * Gives the access back (RFC 7009, section 2.1): the refresh token where there is one, because everything hangs on it.
 *
 * @throws Error when the page holds no token
 */
export function prepareRevocationRequest(page: PageWindow, config: AppConfig): Outgoing {
  const places = { memory: page.memory, sessionStorage: page.sessionStorage, localStorage: page.localStorage }
  const refresh = places[config.store].getItem(`refresh_token.${config.lab}`)
  const token = refresh ?? places[config.store].getItem(`access_token.${config.lab}`)
  if (token === null) throw new Error('The page holds no token it could give back.')
  const form = new URLSearchParams({
    token,
    token_type_hint: refresh === null ? 'access_token' : 'refresh_token',
    client_id: config.clientId,
  })
  return {
    method: 'POST',
    url: `${config.issuer}/revoke`,
    headers: [['content-type', 'application/x-www-form-urlencoded;charset=UTF-8']],
    body: form.toString(),
  }
}

/** Forgets the tokens, whatever the server said: the user wanted to be disconnected. */
export function forgetTokens(page: PageWindow, config: AppConfig): View {
  const places = { memory: page.memory, sessionStorage: page.sessionStorage, localStorage: page.localStorage }
  for (const name of ['access_token', 'refresh_token']) places[config.store].removeItem(`${name}.${config.lab}`)
  return {
    page: 'home',
    title: 'Your photos are not connected',
    sentence: 'Photo Gallery has given its access back and forgotten its tokens.',
    items: [],
    actions: ['connect'],
  }
}
