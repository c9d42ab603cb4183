import { encodeForm, encodeFormValue } from '@/lib/oauth/form'
import { type HttpRequest, type HttpResponse, header } from '@/lib/oauth/http'
import type { Lab } from '../lab'
import type { Candidate } from './candidates'
import type { Owner } from './owner'
import type { AttemptKind } from './report'

/** What the thief has in hands when a value is tried. */
export interface Loot extends Candidate {
  owner: Owner
  /** What the dump shows of a client's credentials: how it authenticates, and the hash of its secret. */
  credentialsOf(client: string): Credentials
}

export interface Credentials {
  /** `client_secret_basic`, as registered; null when the dump does not say. */
  method: string | null
  /** All there is to authenticate with; null when there is none. */
  secret: string | null
}

interface Try {
  kind: AttemptKind
  line: string
  request(loot: Loot, lab: Lab): HttpRequest
  /** What the answer gives the thief, in words; null when it gives nothing. */
  opens(response: HttpResponse): string | null
}

/** RFC 7636, appendix B: the thief brings a challenge of its own. */
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

/** Everything a value is tried as. */
export const TRIES: readonly Try[] = [
  {
    kind: 'photos',
    line: 'GET /photos',
    request: ({ value }, { origins }) => bearer(`${origins.resource}/photos`, value),
    opens: (response) => (response.status === 200 ? photosIn(response) : null),
  },
  {
    kind: 'usage',
    line: 'GET /usage',
    request: ({ value }, { origins }) => bearer(`${origins.resource}/usage`, value),
    opens: ({ status }) => (status === 200 ? 'how full the drive is' : null),
  },
  {
    kind: 'refresh-token',
    line: 'POST /token, as a refresh token',
    request: (loot, lab) => tokenRequest(loot, lab, { grant_type: 'refresh_token', refresh_token: loot.value }),
    opens: tokensIn,
  },
  {
    kind: 'code',
    line: 'POST /token, as a code',
    request: (loot, lab) =>
      tokenRequest(loot, lab, {
        grant_type: 'authorization_code',
        code: loot.value,
        redirect_uri: textOf(loot.row.redirect_uri),
        code_verifier: textOf(loot.row.code_verifier),
      }),
    opens: tokensIn,
  },
  {
    kind: 'server-session',
    line: 'GET /authorize, as the session cookie',
    request({ value }, { origins, clients }) {
      const app = clients.find(({ response_types }) => response_types.includes('code'))
      const query = encodeForm([
        ['response_type', 'code'],
        ['client_id', app?.client_id ?? ''],
        ['redirect_uri', app?.redirect_uris[0] ?? ''],
        ['scope', 'photos.read'],
        ['prompt', 'none'],
        ['code_challenge', CHALLENGE],
        ['code_challenge_method', 'S256'],
      ])
      return {
        method: 'GET',
        url: `${origins.issuer}/authorize?${query}`,
        headers: cookie('as_session', value),
        body: null,
      }
    },
    opens(response) {
      const location = header(response, 'location') ?? ''
      if (/[?&]code=/.test(location)) return 'signed in, and a code for an application'
      return /[?&]error=(consent|interaction)_required/.test(location) ? 'signed in' : null
    },
  },
  {
    kind: 'app-session',
    line: 'GET /photos of the application, as its session cookie',
    request: ({ value }, { origins }) => ({
      ...{ method: 'GET', url: `${origins.client}/photos`, body: null },
      headers: cookie('client_session', value),
    }),
    opens: ({ status }) => (status === 200 ? 'the application’s page, as its user' : null),
  },
  {
    kind: 'client-secret',
    line: 'POST /token, as a client’s secret',
    request({ value, table, row, credentialsOf }, lab) {
      const service = lab.clients.find(({ grant_types }) => grant_types.includes('client_credentials'))
      const client = table === 'clients' ? row.key : (service?.client_id ?? '')
      const { method } = credentialsOf(client)
      return form(lab, { grant_type: 'client_credentials' }, client, { method, secret: value })
    },
    opens: tokensIn,
  },
]

function tokenRequest({ owner, credentialsOf }: Loot, lab: Lab, parameters: Record<string, string>): HttpRequest {
  const client = owner.client ?? lab.clients[0]?.client_id ?? ''
  return form(lab, parameters, client, credentialsOf(client))
}

/** A request to the token endpoint, authenticated the way the client is registered for (RFC 6749, section 2.3.1). */
function form(
  { origins }: Lab,
  parameters: Record<string, string>,
  client: string,
  { method, secret }: Credentials,
): HttpRequest {
  const inHeader = secret !== null && method !== 'client_secret_post'
  const inBody = inHeader ? {} : { client_id: client, client_secret: secret ?? '' }
  const sent = Object.entries({ ...parameters, ...inBody }).filter(([, value]) => value !== '')
  const basic = btoa(`${encodeFormValue(client)}:${encodeFormValue(secret ?? '')}`)
  return {
    method: 'POST',
    url: `${origins.issuer}/token`,
    headers: [
      ['accept', 'application/json'],
      ['content-type', 'application/x-www-form-urlencoded'],
      ...(inHeader ? [['authorization', `Basic ${basic}`] satisfies [string, string]] : []),
    ],
    body: encodeForm(sent),
  }
}

function bearer(url: string, token: string): HttpRequest {
  return {
    method: 'GET',
    url,
    headers: [
      ['accept', 'application/json'],
      ['authorization', `Bearer ${token}`],
    ],
    body: null,
  }
}

const cookie = (name: string, value: string): HttpRequest['headers'] => [
  ['accept', 'text/html'],
  ['cookie', `${name}=${value}`],
]

const textOf = (cell: unknown): string => (typeof cell === 'string' ? cell : '')

function photosIn({ body }: HttpResponse): string {
  const { photos = [] }: { photos?: unknown[] } = JSON.parse(body ?? '{}')
  return `${photos.length} photos`
}

function tokensIn({ status, body }: HttpResponse): string | null {
  if (status !== 200) return null
  const answer: Record<string, unknown> = JSON.parse(body ?? '{}')
  return answer.refresh_token === undefined ? 'a new access token' : 'a new access token and a refresh token'
}
