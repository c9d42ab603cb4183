import { CALLBACK, CHALLENGE, type TestAuthorizationServer } from './authorization-server'

/** An authorization request of the confidential client `web` that nobody objects to. */
export const GOOD_REQUEST: Readonly<Record<string, string>> = {
  response_type: 'code',
  client_id: 'web',
  redirect_uri: CALLBACK,
  scope: 'photos.read',
  state: 'xyz',
  code_challenge: CHALLENGE,
  code_challenge_method: 'S256',
}

/** Parameters to change in a request, or with null to leave out. */
export type Changes = Readonly<Record<string, string | null>>

/** A path with the request's parameters in its query. */
export function authorizePath(changes: Changes = {}): string {
  const parameters = Object.entries({ ...GOOD_REQUEST, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  )
  return `/authorize?${new URLSearchParams(parameters)}`
}

/** A browser that keeps this server's cookies and does nothing by itself. */
export interface TestBrowser {
  cookies: Map<string, string>
  get(pathOrUrl: string): Promise<Response>
  post(path: string, fields: [string, string][]): Promise<Response>
  authorize(changes?: Changes): Promise<Response>
  /** Fills in the login form of a page. */
  login(page: Response, username?: string, password?: string): Promise<Response>
  /** Presses a button of the consent form of a page; `scopes` are those left ticked (default all). */
  decide(page: Response, decision: 'approve' | 'deny', scopes?: string[]): Promise<Response>
  /** From the request to the answer: signs in when asked, and approves when asked. */
  grant(changes?: Changes): Promise<URL>
}

export function testBrowser(server: TestAuthorizationServer): TestBrowser {
  const cookies = new Map<string, string>()
  const cookieHeader = () => ({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') })
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  const browser: TestBrowser = {
    cookies,
    get: async (pathOrUrl) => keep(await server.request(pathOrUrl, { headers: cookieHeader() })),
    post: async (path, fields) => keep(await server.form(path, fields, cookieHeader())),
    authorize: (changes) => browser.get(authorizePath(changes)),
    async login(page, username = 'alice', password = 'wonderland') {
      const { transaction } = await fieldsOf(page)
      return browser.post('/login', [
        ['transaction', transaction],
        ['username', username],
        ['password', password],
      ])
    },
    async decide(page, decision, scopes) {
      const { transaction, ticked } = await fieldsOf(page)
      const boxes = (scopes ?? ticked).map((scope): [string, string] => ['scope', scope])
      return browser.post('/consent', [['transaction', transaction], ...boxes, ['decision', decision]])
    },
    async grant(changes) {
      let response = await browser.authorize(changes)
      if (response.status === 200 && (await pageName(response)) === 'login') {
        response = await browser.get(locationOf(await browser.login(response)))
      }
      if (response.status === 200) response = await browser.decide(response, 'approve')
      return new URL(locationOf(response))
    },
  }
  return browser
}

/** The page's `data-page`; null when it is no page. */
export async function pageName(response: Response): Promise<string | null> {
  return /<body data-page="([^"]*)">/.exec(await response.clone().text())?.[1] ?? null
}

export function locationOf(response: Response): string {
  const location = response.headers.get('location')
  if (location === null) throw new Error(`No redirect: ${response.status}.`)
  return location
}

/** Parameters of a redirect, from its query or its fragment. */
export function answerOf(response: Response): URLSearchParams {
  const url = new URL(locationOf(response))
  return url.hash ? new URLSearchParams(url.hash.slice(1)) : url.searchParams
}

async function fieldsOf(page: Response): Promise<{ transaction: string; ticked: string[] }> {
  const text = await page.clone().text()
  const transaction = /name="transaction" value="([^"]*)"/.exec(text)?.[1]
  if (!transaction) throw new Error(`No form on this page (${page.status}).`)
  const ticked = [...text.matchAll(/name="scope" value="([^"]*)" checked/g)].map(([, scope]) => scope ?? '')
  return { transaction, ticked }
}
