import type { CheckReport } from '@/lib/oauth/check'
import type { SecretReport, StorageReport } from '@/lib/oauth/environment'
import type { HeaderList } from '@/lib/oauth/http'
import type { Exchange } from '@/lib/wire/exchange'

/** A recorded run of the authorization code grant, for working on components without a lab. */

export const NOW = Date.UTC(2026, 10, 23, 9, 0, 0)
export const LAB = 'k7v2m9qd'
export const ISSUER = `http://localhost:3001/${LAB}`
export const RESOURCE = `http://localhost:3002/${LAB}`
export const CLIENT = `http://localhost:3003/client/${LAB}`

const jwt = (header: object, payload: object, signature: string) =>
  [JSON.stringify(header), JSON.stringify(payload)]
    .map((part) => btoa(part).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''))
    .concat(signature)
    .join('.')

export const SECRETS = {
  clientSession: 'c1Wq3vYb0mX8sT5nEoJkRg',
  state: 'af0ifjsldkjW3Qm9',
  challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  password: 'wonderland',
  serverSession: 'S9hJp2QwLr4TzXe7VnUa1A',
  code: 'SplxlOBeZQQYbYS6WxSbIA',
  clientSecret: '7Fjfp0ZBr1KtDRbnfVdmIw',
  accessToken: jwt(
    { typ: 'at+jwt', alg: 'ES256', kid: 'as-1' },
    {
      iss: ISSUER,
      sub: 'alice',
      aud: RESOURCE,
      client_id: 'photo-editor',
      scope: 'photos.read',
      iat: NOW / 1000 + 12,
      exp: NOW / 1000 + 312,
      jti: 'at-41c7',
    },
    'MEUCIQDx2vYc8n0bTqL5sKf3wZpJ1hRgUe7mXoA9VtQyBdNkEwIgW4aH6jCrS0uPzFiGlO2n',
  ),
  refreshToken: '8xLOxBtZp8-vq3HnYw1sDkRfUe6TzMa0',
}

const TRANSACTION = 'tx_5mJ2kQ'
const CALLBACK = `${CLIENT}/callback`
const form: HeaderList[number] = ['content-type', 'application/x-www-form-urlencoded']
const html: HeaderList[number] = ['content-type', 'text/html; charset=utf-8']
const json: HeaderList[number] = ['content-type', 'application/json']
const noStore: HeaderList[number] = ['cache-control', 'no-store']
const asCookie: HeaderList[number] = ['cookie', `as_session=${SECRETS.serverSession}`]
const clientCookie: HeaderList[number] = ['cookie', `photo_editor=${SECRETS.clientSession}`]
const secret = (kind: SecretReport['kind'], value: string, madeBy: SecretReport['madeBy']): SecretReport => ({
  kind,
  value,
  madeBy,
})
const sql = (command: string, ...keys: string[]): StorageReport => ({
  place: 'authorization-server.sqlite',
  command,
  keys,
})
const cookie = (command: string): StorageReport => ({ place: 'browser.cookies', command, keys: [] })

function checks(
  by: CheckReport['by'],
  ...lines: [id: string, rule: string, saw: string, cite: CheckReport['cites'][0], reads: string[]][]
) {
  return lines.map(
    ([id, rule, saw, cite, reads]): CheckReport => ({
      id,
      by,
      rule,
      cites: [cite],
      verdict: 'passed',
      saw,
      reads,
      error: null,
      hint: null,
    }),
  )
}

const TOKEN_CHECKS = checks(
  'authorization-server',
  ['token-method', 'The token request is a POST.', 'POST', 'rfc6749-3.2', []],
  ['no-duplicates', 'No parameter is sent twice.', '4 parameters, all different', 'rfc6749-3.2', []],
  [
    'client-authentication',
    'The client proves who it is.',
    'client_secret_basic: the secret matches',
    'rfc6749-2.3.1',
    ['authorization'],
  ],
  [
    'grant-type',
    'The client may use this grant type.',
    'authorization_code is registered for photo-editor',
    'rfc6749-5.2',
    ['grant_type'],
  ],
  ['code-known', 'The code is one this server issued.', 'found, issued 2 s ago', 'rfc6749-4.1.3', ['code']],
  ['code-unused', 'The code has not been used.', 'used_at is empty', 'rfc6749-4.1.2', ['code']],
  ['code-fresh', 'The code has not expired.', '58 s left of 60 s', 'rfc6749-4.1.2', ['code']],
  [
    'code-client',
    'The code was issued to this client.',
    'photo-editor = photo-editor',
    'rfc6749-4.1.3',
    ['code', 'client_id'],
  ],
  [
    'redirect-uri',
    'The redirect_uri is the one of the authorization request.',
    'equal',
    'rfc6749-4.1.3',
    ['redirect_uri'],
  ],
  [
    'pkce',
    'S256 of the verifier equals the stored challenge.',
    'S256(code_verifier) = code_challenge → equal',
    'rfc7636-4.6',
    ['code_verifier'],
  ],
)

const REFUSED_TOKEN_CHECKS = TOKEN_CHECKS.map(
  (check, at): CheckReport =>
    at < 8
      ? check
      : at === 8
        ? {
            ...check,
            verdict: 'failed',
            saw: `${CALLBACK}2 ≠ ${CALLBACK}`,
            error: 'invalid_grant',
            hint: 'The token request must repeat the redirect_uri of the authorization request, character by character.',
          }
        : { ...check, verdict: 'not-reached', saw: null },
)

type Draft = Pick<Exchange, 'move' | 'step' | 'from' | 'to' | 'channel' | 'request' | 'arrival'> & {
  response: NonNullable<Exchange['response']>
} & Partial<Pick<Exchange, 'checks' | 'storage' | 'secrets' | 'outcome'>>

const authorize = `${ISSUER}/authorize?response_type=code&client_id=photo-editor&redirect_uri=${encodeURIComponent(CALLBACK)}&scope=photos.read&state=${SECRETS.state}&code_challenge=${SECRETS.challenge}&code_challenge_method=S256`
const callback = `${CALLBACK}?code=${SECRETS.code}&state=${SECRETS.state}&iss=${encodeURIComponent(ISSUER)}`
const basic: HeaderList[number] = ['authorization', `Basic ${btoa(`photo-editor:${SECRETS.clientSecret}`)}`]
const tokenBody = `grant_type=authorization_code&code=${SECRETS.code}&redirect_uri=${encodeURIComponent(CALLBACK)}&code_verifier=${SECRETS.verifier}`

const DRAFTS: Draft[] = [
  {
    move: 'open-page',
    step: 'connect-request',
    from: 'browser',
    to: 'client',
    channel: 'front',
    arrival: 'redirect-to-server',
    request: { method: 'GET', url: `${CLIENT}/login`, headers: [['accept', 'text/html']], body: null },
    response: {
      status: 303,
      headers: [
        ['location', authorize],
        ['set-cookie', `photo_editor=${SECRETS.clientSession}; Path=/client/${LAB}; HttpOnly; Secure; SameSite=Lax`],
        noStore,
      ],
      body: null,
    },
    storage: [
      cookie(`Set-Cookie: photo_editor=${SECRETS.clientSession}; Path=/client/${LAB}; HttpOnly; Secure; SameSite=Lax`),
    ],
    secrets: [
      secret('session_cookie', SECRETS.clientSession, 'client'),
      secret('state', SECRETS.state, 'client'),
      secret('code_verifier', SECRETS.verifier, 'client'),
      secret('code_challenge', SECRETS.challenge, 'client'),
    ],
  },
  {
    move: 'open-page',
    step: 'authorization-request',
    from: 'browser',
    to: 'authorization-server',
    channel: 'front',
    arrival: 'login-page',
    request: { method: 'GET', url: authorize, headers: [['accept', 'text/html']], body: null },
    response: {
      status: 200,
      headers: [html, noStore],
      body: '<!doctype html><title>Sign in</title><body data-page="login">…',
    },
    checks: checks(
      'authorization-server',
      ['client-known', 'The client is registered.', 'photo-editor', 'rfc6749-3.1', ['client_id']],
      [
        'redirect-uri-registered',
        'The redirect_uri is registered, character by character.',
        'equal to the registered one',
        'rfc9700-4.1.3',
        ['redirect_uri'],
      ],
      ['response-type', 'The response type is one this client may use.', 'code', 'rfc6749-3.1.1', ['response_type']],
      ['scope-known', 'Every scope asked for exists.', 'photos.read', 'rfc6749-3.3', ['scope']],
      [
        'pkce-required',
        'A code challenge is sent, with S256.',
        'S256, 43 characters',
        'rfc7636-4.3',
        ['code_challenge', 'code_challenge_method'],
      ],
    ),
    storage: [
      sql(
        `INSERT INTO transactions (key, client_id, state, ...) VALUES ('9f1c…', 'photo-editor', '${SECRETS.state}', ...)`,
        '9f1c…',
      ),
    ],
  },
  {
    move: 'submit-form',
    step: 'login-request',
    from: 'browser',
    to: 'authorization-server',
    channel: 'front',
    arrival: 'redirect-to-server',
    request: {
      method: 'POST',
      url: `${ISSUER}/login`,
      headers: [form],
      body: `transaction=${TRANSACTION}&username=alice&password=${SECRETS.password}`,
    },
    response: {
      status: 303,
      headers: [
        ['location', `${ISSUER}/consent?transaction=${TRANSACTION}`],
        ['set-cookie', `as_session=${SECRETS.serverSession}; Path=/${LAB}; HttpOnly; Secure; SameSite=Lax`],
        noStore,
      ],
      body: null,
    },
    checks: checks('authorization-server', [
      'password',
      'The password is the one of this user.',
      'the hash of the password = the stored hash',
      'rfc6749-3.1',
      ['username', 'password'],
    ]),
    storage: [
      sql("INSERT INTO sessions (key, user_id, auth_time, ...) VALUES ('b02e…', 'alice', ...)", 'b02e…'),
      cookie(`Set-Cookie: as_session=${SECRETS.serverSession}; Path=/${LAB}; HttpOnly; Secure; SameSite=Lax`),
    ],
    secrets: [
      secret('session_cookie', SECRETS.serverSession, 'authorization-server'),
      secret('password', SECRETS.password, 'user'),
    ],
  },
  {
    move: 'open-page',
    step: 'consent-page-request',
    from: 'browser',
    to: 'authorization-server',
    channel: 'front',
    arrival: 'consent-page',
    request: {
      method: 'GET',
      url: `${ISSUER}/consent?transaction=${TRANSACTION}`,
      headers: [['accept', 'text/html'], asCookie],
      body: null,
    },
    response: {
      status: 200,
      headers: [html, noStore],
      body: '<!doctype html><title>Allow access</title><body data-page="consent">…',
    },
  },
  {
    move: 'submit-form',
    step: 'consent-request',
    from: 'browser',
    to: 'authorization-server',
    channel: 'front',
    arrival: 'redirect-to-client',
    request: {
      method: 'POST',
      url: `${ISSUER}/consent`,
      headers: [form, asCookie],
      body: `transaction=${TRANSACTION}&scope=photos.read&decision=approve`,
    },
    response: { status: 303, headers: [['location', callback], noStore], body: null },
    storage: [
      sql("UPDATE transactions SET used_at = ... WHERE key = '9f1c…'", '9f1c…'),
      sql(
        "INSERT INTO authorization_codes (key, client_id, user_id, ...) VALUES ('4ad3…', 'photo-editor', 'alice', ...)",
        '4ad3…',
      ),
    ],
    secrets: [secret('authorization_code', SECRETS.code, 'authorization-server')],
  },
  {
    move: 'open-page',
    step: 'callback-request',
    from: 'browser',
    to: 'client',
    channel: 'front',
    arrival: 'app-page',
    request: { method: 'GET', url: callback, headers: [['accept', 'text/html'], clientCookie], body: null },
    response: { status: 303, headers: [['location', `${CLIENT}/photos`], noStore], body: null },
    checks: checks(
      'client',
      ['state-matches', 'The state is the one of this browser’s session.', 'equal', 'rfc6749-10.12', ['state']],
      [
        'issuer-matches',
        'The answer comes from the server that was asked.',
        `${ISSUER} = ${ISSUER}`,
        'rfc9207-2.4',
        ['iss'],
      ],
    ),
  },
  {
    move: 'token-request',
    step: 'token-request',
    from: 'client',
    to: 'authorization-server',
    channel: 'back',
    arrival: 'tokens',
    request: {
      method: 'POST',
      url: `${ISSUER}/token`,
      headers: [['accept', 'application/json'], basic, form],
      body: tokenBody,
    },
    response: {
      status: 200,
      headers: [json, noStore, ['pragma', 'no-cache']],
      body: JSON.stringify({
        access_token: SECRETS.accessToken,
        token_type: 'Bearer',
        expires_in: 300,
        refresh_token: SECRETS.refreshToken,
        scope: 'photos.read',
      }),
    },
    checks: TOKEN_CHECKS,
    storage: [
      sql("UPDATE authorization_codes SET used_at = ... WHERE key = '4ad3…' AND used_at IS NULL", '4ad3…'),
      sql(
        "INSERT INTO access_tokens (key, jti, client_id, ...) VALUES ('e71b…', 'at-41c7', 'photo-editor', ...)",
        'e71b…',
      ),
      sql("INSERT INTO refresh_tokens (key, client_id, ...) VALUES ('0c5d…', 'photo-editor', ...)", '0c5d…'),
    ],
    secrets: [
      secret('client_secret', SECRETS.clientSecret, 'authorization-server'),
      secret('access_token', SECRETS.accessToken, 'authorization-server'),
      secret('refresh_token', SECRETS.refreshToken, 'authorization-server'),
    ],
  },
  {
    move: 'resource-request',
    step: 'resource-request',
    from: 'client',
    to: 'resource-server',
    channel: 'back',
    arrival: 'resource',
    request: {
      method: 'GET',
      url: `${RESOURCE}/photos`,
      headers: [
        ['accept', 'application/json'],
        ['authorization', `Bearer ${SECRETS.accessToken}`],
      ],
      body: null,
    },
    response: {
      status: 200,
      headers: [json, noStore],
      body: JSON.stringify({ photos: ['Tea party', 'White rabbit', 'Croquet'] }),
    },
    checks: checks(
      'resource-server',
      [
        'signature',
        'The token is signed by the authorization server.',
        'ES256, key as-1: valid',
        'rfc9068-4',
        ['authorization'],
      ],
      ['audience', 'The token is meant for this server.', `${RESOURCE} = ${RESOURCE}`, 'rfc9068-4', ['aud']],
      ['not-expired', 'The token has not expired.', '298 s left', 'rfc9068-4', ['exp']],
      ['scope', 'The token’s scope allows this.', 'photos.read ∋ photos.read', 'rfc6750-3.1', ['scope']],
    ),
  },
  {
    move: 'open-page',
    step: 'result-request',
    from: 'browser',
    to: 'client',
    channel: 'front',
    arrival: 'app-page',
    request: { method: 'GET', url: `${CLIENT}/photos`, headers: [['accept', 'text/html'], clientCookie], body: null },
    response: {
      status: 200,
      headers: [html],
      body: '<!doctype html><title>Your photos</title><body data-page="photos">…',
    },
  },
]

/** The token request with another redirect_uri, and its refusal. */
const REFUSED: Partial<Draft> = {
  request: {
    method: 'POST',
    url: `${ISSUER}/token`,
    headers: [['accept', 'application/json'], basic, form],
    body: tokenBody.replace('callback', 'callback2'),
  },
  response: {
    status: 400,
    headers: [json, noStore],
    body: JSON.stringify({
      error: 'invalid_grant',
      error_description: 'The redirect_uri differs from the authorization request.',
    }),
  },
  checks: REFUSED_TOKEN_CHECKS,
  storage: [],
  secrets: [],
  outcome: 'refused',
  arrival: 'refusal',
}

/** @param refused the token request was changed on the way, and refused; the run ends there */
export function sampleExchanges(refused: boolean): Exchange[] {
  const drafts = refused
    ? DRAFTS.slice(0, 7).map((draft) => (draft.step === 'token-request' ? { ...draft, ...REFUSED } : draft))
    : DRAFTS
  return drafts.map((draft, at) => ({
    seq: at + 1,
    prepared: refused && draft.step === 'token-request' ? (DRAFTS[at]?.request ?? null) : null,
    checks: [],
    storage: [],
    secrets: [],
    outcome: 'accepted',
    at: NOW + at * 2000,
    tookMs: 6 + at,
    parent: null,
    ...draft,
  }))
}
