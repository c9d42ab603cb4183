import type { CitationId } from '@/lib/oauth/citations'
import type { Channel, Party } from '@/lib/oauth/parties'
import type { Exchange } from '@/lib/wire/exchange'
import type { Phase } from '@/machines/kit/meta'
import type { CarriedSecret, Step } from '@/machines/kit/step'
import { SECRETS, sampleExchanges } from './sample-exchanges'

const carry = (kind: CarriedSecret['kind'], value: string, derived = false): CarriedSecret => ({ kind, value, derived })
const state = carry('state', SECRETS.state)
const challenge = carry('code_challenge', SECRETS.challenge)
const code = carry('authorization_code', SECRETS.code)
const serverSession = carry('session_cookie', SECRETS.serverSession)
const clientSession = carry('session_cookie', SECRETS.clientSession)
const accessToken = carry('access_token', SECRETS.accessToken)

interface Row {
  key: string
  label: string
  title: string
  caption: string
  phase: Phase
  cites?: readonly CitationId[]
  carries?: CarriedSecret[]
  human?: string
}

/** Requests and their responses, two rows an exchange. */
const ROWS: readonly Row[] = [
  {
    key: 'connect-request',
    label: 'GET /login',
    title: 'Alice clicks “Connect my photos”',
    caption:
      'Alice asks the photo app to fetch her photos. Her browser opens the app’s login page; nothing about OAuth has happened yet.',
    phase: 'ask',
    human: 'clicks Connect',
  },
  {
    key: 'connect-response',
    label: '303 → /authorize',
    title: 'The app sends her to the authorization server',
    caption:
      'The app makes a fresh state and a verifier, keeps both, and sends only the state and a hash of the verifier along.',
    phase: 'ask',
    cites: ['rfc6749-4.1.1', 'rfc7636-4.2'],
    carries: [state, challenge, carry('code_verifier', SECRETS.verifier, true), clientSession],
  },
  {
    key: 'authorization-request',
    label: 'GET /authorize',
    title: 'Her browser follows',
    caption:
      'The browser carries the app’s request to the authorization server. Everything in this URL can be read on the way: in history, in logs.',
    phase: 'ask',
    cites: ['rfc6749-4.1.1', 'rfc7636-4.3'],
    carries: [state, challenge],
  },
  {
    key: 'login-page',
    label: '200 login page',
    title: 'The authorization server asks who she is',
    caption:
      'The request is in order, so the server shows its own login page. The app never sees what she types there.',
    phase: 'decide',
    cites: ['rfc6749-3.1'],
  },
  {
    key: 'login-request',
    label: 'POST /login',
    title: 'Alice signs in',
    caption:
      'She types her password on the authorization server’s page, and only there. That is the point of the whole exercise.',
    phase: 'decide',
    cites: ['rfc6749-3.1'],
    carries: [carry('password', SECRETS.password)],
    human: 'signs in',
  },
  {
    key: 'login-response',
    label: '303 → /consent',
    title: 'The password is right',
    caption: 'The server remembers her with a session cookie and sends her on to the consent page.',
    phase: 'decide',
    carries: [serverSession],
  },
  {
    key: 'consent-page-request',
    label: 'GET /consent',
    title: 'Her browser opens the consent page',
    caption: 'The session cookie goes along by itself; that is how the server knows who is asking.',
    phase: 'decide',
    carries: [serverSession],
  },
  {
    key: 'consent-page',
    label: '200 consent page',
    title: 'The server asks what the app may do',
    caption: 'The page names the app and every scope it asks for. Alice can take some away, or say no.',
    phase: 'decide',
    cites: ['rfc6749-3.3'],
  },
  {
    key: 'consent-request',
    label: 'POST /consent',
    title: 'Alice approves',
    caption: 'Her decision goes to the authorization server. The app does not know it yet.',
    phase: 'decide',
    cites: ['rfc6749-4.1.1'],
    carries: [serverSession],
    human: 'approves',
  },
  {
    key: 'authorization-response',
    label: '303 → /callback',
    title: 'The server hands out a code',
    caption:
      'Not a token: a code, good for one use within a minute. It travels through the browser, so it has to be worthless to whoever finds it.',
    phase: 'return',
    cites: ['rfc6749-4.1.2', 'rfc9207-2'],
    carries: [code, state],
  },
  {
    key: 'callback-request',
    label: 'GET /callback',
    title: 'The browser hands the code to the app',
    caption:
      'The code travels in the URL, so it lands in history and logs. That is why it is single-use and, with PKCE, useless without the verifier the app kept.',
    phase: 'return',
    cites: ['rfc6749-4.1.2', 'rfc9700-4.3.1'],
    carries: [code, state, clientSession],
  },
  {
    key: 'callback-response',
    label: '303 → /photos',
    title: 'The app accepts the answer',
    caption: 'State and issuer are right: this answer belongs to the request the app made for this browser.',
    phase: 'return',
    cites: ['rfc6749-10.12', 'rfc9207-2.4'],
  },
  {
    key: 'token-request',
    label: 'POST /token',
    title: 'The app redeems the code',
    caption:
      'Straight from server to server, out of the browser’s sight: the code, the verifier, and the app’s own secret.',
    phase: 'redeem',
    cites: ['rfc6749-4.1.3', 'rfc7636-4.5'],
    carries: [code, carry('code_verifier', SECRETS.verifier), carry('client_secret', SECRETS.clientSecret)],
  },
  {
    key: 'token-response',
    label: '200 tokens',
    title: 'The app receives its tokens',
    caption:
      'Ten checks passed, so the code becomes an access token for five minutes and a refresh token to get the next one.',
    phase: 'redeem',
    cites: ['rfc6749-4.1.4', 'rfc6749-5.1'],
    carries: [accessToken, carry('refresh_token', SECRETS.refreshToken)],
  },
  {
    key: 'resource-request',
    label: 'GET /photos',
    title: 'The app asks for her photos',
    caption:
      'The access token goes in the Authorization header. Whoever bears it may read her photos, so it never leaves the back channel.',
    phase: 'use',
    cites: ['rfc6750-2.1'],
    carries: [accessToken],
  },
  {
    key: 'resource-response',
    label: '200 photos',
    title: 'The photo drive answers',
    caption: 'Signature, audience, expiry and scope are right: the drive hands over her photos.',
    phase: 'use',
    cites: ['rfc9068-4'],
  },
  {
    key: 'result-request',
    label: 'GET /photos',
    title: 'Her browser opens the result',
    caption: 'The browser asks the app for the page it was sent to. It has never seen a token.',
    phase: 'use',
    carries: [clientSession],
  },
  {
    key: 'result-response',
    label: '200 photos page',
    title: 'Alice sees her photos',
    caption:
      'She gave the app access to her photos without giving it her password, and can take that access away again.',
    phase: 'use',
  },
]

const WHY = 'Each message does one thing, so that each can be checked on its own.'
const WITHOUT = 'Without it the next message has nothing to stand on: whoever sends it could be anybody.'

/**
 * @param head how many steps have happened
 * @param refused the token request was changed on the way, and refused
 */
export function sampleSteps(head: number, refused = false): Step[] {
  const exchanges = sampleExchanges(refused)
  const last = refused ? 14 : ROWS.length
  return ROWS.slice(0, last).flatMap((row, at): Step[] => {
    const exchange = exchanges[Math.floor(at / 2)]
    if (!exchange) return []
    return [step(row, at, exchange, head)]
  })
}

function step(row: Row, at: number, exchange: Exchange, head: number): Step {
  const request = at % 2 === 0
  const number = at + 1
  const happened = number <= head
  const onTheWire = happened && request && number === head
  const refusal = exchange.outcome === 'refused' && !request
  const [from, to]: [Party, Party] = request ? [exchange.from, exchange.to] : [exchange.to, exchange.from]
  const channel: Channel = exchange.channel
  return {
    number,
    id: row.key,
    key: row.key,
    kind: request ? 'request' : 'response',
    from,
    to,
    channel,
    human: row.human ?? null,
    phase: row.phase,
    label: refusal ? '400 invalid_grant' : row.label,
    lesson: {
      title: refusal ? 'The server refuses' : row.title,
      caption: refusal
        ? 'The redirect_uri is not the one of the authorization request. The check stops a code that was sent to somebody else.'
        : row.caption,
      why: WHY,
      without: WITHOUT,
      cites: row.cites ?? [],
    },
    cites: row.cites ?? [],
    carries: refusal ? [] : (row.carries ?? []),
    exchange: !happened
      ? null
      : onTheWire
        ? { ...exchange, response: null, checks: [], storage: [], secrets: [] }
        : exchange,
    state: !happened ? 'planned' : onTheWire ? 'on-the-wire' : 'done',
    outcome: happened && !request ? exchange.outcome : null,
  }
}
