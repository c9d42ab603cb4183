import type { CheckReport } from '@/lib/oauth/check'
import type { SecretReport } from '@/lib/oauth/environment'
import type { Exchange } from './exchange'

/** A short recorded run, for the tests of this folder. */

export const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
export const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
export const CLIENT_SECRET = '7Fjfp0ZBr1KtDRbnfVdmIw'
const CODE = 'SplxlOBeZQQYbYS6WxSbIA'
const TOKEN = 'opaque-access-token'
const STATE = 'af0ifjsldkj%2Bx'

export const KNOWN: SecretReport[] = [
  { kind: 'password', value: 'wonderland', madeBy: 'user' },
  { kind: 'client_secret', value: CLIENT_SECRET, madeBy: 'authorization-server' },
]

const AUTHORIZE = `http://localhost:3001/authorize?x=ab&code_challenge=${CHALLENGE}&state=${STATE}`

function check(
  id: string,
  by: CheckReport['by'],
  reads: string[],
  verdict: CheckReport['verdict'] = 'passed',
): CheckReport {
  return { id, by, rule: id, cites: [], verdict, saw: null, reads, error: null, hint: null }
}

type Parts = Pick<Exchange, 'seq' | 'from' | 'to' | 'channel' | 'request' | 'response'> & Partial<Exchange>

function exchange(parts: Parts): Exchange {
  return {
    move: null,
    step: null,
    prepared: null,
    outcome: 'accepted',
    arrival: 'nothing',
    checks: [],
    storage: [],
    secrets: [],
    at: parts.seq,
    tookMs: 1,
    parent: null,
    ...parts,
  }
}

export const EXCHANGES: Exchange[] = [
  exchange({
    seq: 1,
    from: 'browser',
    to: 'client',
    channel: 'front',
    request: { method: 'GET', url: 'http://localhost:3003/login', headers: [], body: null },
    response: { status: 303, headers: [['location', AUTHORIZE]], body: null },
    secrets: [
      { kind: 'code_verifier', value: VERIFIER, madeBy: 'client' },
      { kind: 'code_challenge', value: CHALLENGE, madeBy: 'client' },
    ],
  }),
  exchange({
    seq: 2,
    from: 'browser',
    to: 'authorization-server',
    channel: 'front',
    request: { method: 'GET', url: AUTHORIZE, headers: [], body: null },
    response: { status: 200, headers: [['content-type', 'text/html']], body: '<form>' },
    checks: [check('challenge-syntax', 'authorization-server', ['code_challenge'])],
  }),
  exchange({
    seq: 3,
    from: 'browser',
    to: 'authorization-server',
    channel: 'front',
    request: {
      method: 'POST',
      url: 'http://localhost:3001/login',
      headers: [['content-type', 'application/x-www-form-urlencoded']],
      body: 'username=alice&password=wonderland',
    },
    response: {
      status: 303,
      headers: [
        ['location', `http://localhost:3003/callback?code=${CODE}&state=${STATE}`],
        ['set-cookie', 'as=S9hJp2Qw=; Path=/; HttpOnly'],
      ],
      body: null,
    },
    secrets: [{ kind: 'authorization_code', value: CODE, madeBy: 'authorization-server' }],
  }),
  exchange({
    seq: 4,
    from: 'browser',
    to: 'client',
    channel: 'front',
    request: {
      method: 'GET',
      url: `http://localhost:3003/callback?code=${CODE}&state=${STATE}`,
      headers: [['cookie', 'app=c1Wq3vYb0mX8']],
      body: null,
    },
    response: { status: 303, headers: [['location', '/photos']], body: null },
    checks: [check('session-known', 'client', ['cookie app', 'sessions.key'])],
  }),
  exchange({
    seq: 5,
    from: 'client',
    to: 'authorization-server',
    channel: 'back',
    request: {
      method: 'POST',
      url: 'http://localhost:3001/token',
      headers: [
        ['authorization', `Basic ${btoa(`photo-editor:${CLIENT_SECRET}`)}`],
        ['content-type', 'application/x-www-form-urlencoded'],
      ],
      body: `grant_type=authorization_code&code=${CODE}&code_verifier=${VERIFIER}`,
    },
    response: {
      status: 200,
      headers: [['content-type', 'application/json']],
      body: JSON.stringify({ access_token: TOKEN, expires_in: 300, keys: ['a', null] }),
    },
    checks: [
      check('form-body', 'authorization-server', ['Content-Type']),
      check('secret', 'authorization-server', ['Authorization', 'client_secret']),
      check('code-known', 'authorization-server', ['code']),
      check('code-off', 'authorization-server', ['code'], 'off'),
      check('pkce', 'authorization-server', ['code_verifier', 'code_challenge']),
      check('code-late', 'authorization-server', ['code'], 'not-reached'),
      check('token-response', 'client', ['access_token']),
    ],
    secrets: [{ kind: 'access_token', value: TOKEN, madeBy: 'authorization-server' }],
  }),
  exchange({
    seq: 6,
    from: 'client',
    to: 'resource-server',
    channel: 'back',
    request: {
      method: 'GET',
      url: 'http://localhost:3002/photos',
      headers: [['authorization', `Bearer ${TOKEN}`]],
      body: null,
    },
    response: { status: 200, headers: [], body: null },
    checks: [check('bearer-token', 'resource-server', ['Authorization'])],
  }),
]

export function exchangeAt(seq: number): Exchange {
  const found = EXCHANGES.find((one) => one.seq === seq)
  if (!found) throw new Error(`The sample has no message ${seq}.`)
  return found
}
