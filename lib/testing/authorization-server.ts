import { randomUUID } from 'node:crypto'
import type { AuthorizationServerEnvironment } from '@/lib/authorization-server/environment'
import { handleAuthorizationServer } from '@/lib/authorization-server/handler'
import { createKeyRing } from '@/lib/authorization-server/keys'
import { AUTHORIZATION_SERVER_SWITCHES, type AuthorizationServerPolicy } from '@/lib/authorization-server/policy'
import { registerClient, registerUser } from '@/lib/authorization-server/registration'
import type { RequestedMetadata } from '@/lib/authorization-server/registration/metadata'
import { secretKey } from '@/lib/authorization-server/secret-key'
import { AUTHORIZATION_SERVER_TABLES, type AuthorizationServerTables } from '@/lib/authorization-server/tables'
import type { CheckReport } from '@/lib/oauth/check'
import type { Report } from '@/lib/oauth/environment'
import { encodeForm, encodeFormValue, type Parameters } from '@/lib/oauth/form'
import { s256 } from '@/lib/oauth/pkce'
import { type Preset, presetPolicy } from '@/lib/oauth/policy'
import { openMemory } from '@/lib/storage/memory'
import type { Backend, Store, StoreKeeper } from '@/lib/storage/port'
import { seededRandom } from './seeded-random'

/** The lab's name in the origins of tests. */
const LAB = 'test'
export const TEST_ORIGINS = {
  issuer: `http://localhost:3001/${LAB}`,
  resource: `http://localhost:3002/${LAB}`,
  client: `http://localhost:3003/client/${LAB}`,
  attacker: `http://127.0.0.1:3004/${LAB}`,
  app: 'http://localhost:3000',
}
/** When every test begins. */
export const TEST_TIME = Date.UTC(2026, 8, 1, 12)
export const CALLBACK = `${TEST_ORIGINS.client}/callback`
/** The example of RFC 7636, appendix B. */
export const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
export const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'

export type TestClient = RequestedMetadata & {
  readonly client_id: string
  readonly client_secret?: string
  readonly trusted?: boolean
  readonly resource?: string
  /** Resources it may exchange tokens for. */
  readonly exchangeTargets?: readonly string[]
}

const code = {
  grant_types: ['authorization_code', 'refresh_token'],
  redirect_uris: [CALLBACK],
  scope: 'photos.read photos.write',
}
const noGrant = { grant_types: [], redirect_uris: [] }

/** The clients that the conformance rows name. A confidential client's secret is `{client_id}-secret`. */
export const FIXTURE_CLIENTS: readonly TestClient[] = [
  { ...code, client_id: 'web', client_name: 'Web', token_endpoint_auth_method: 'client_secret_basic' },
  { ...code, client_id: 'webpost', client_name: 'Web (post)', token_endpoint_auth_method: 'client_secret_post' },
  {
    ...code,
    client_id: 'spa',
    client_name: 'Browser app',
    token_endpoint_auth_method: 'none',
    redirect_uris: [`${TEST_ORIGINS.client}/spa/callback`],
  },
  {
    ...code,
    client_id: 'native',
    client_name: 'Native app',
    token_endpoint_auth_method: 'none',
    application_type: 'native',
    redirect_uris: ['http://127.0.0.1/cb', 'http://[::1]/cb'],
  },
  { ...code, client_id: 'other', client_name: 'Other', token_endpoint_auth_method: 'client_secret_basic' },
  {
    client_id: 'tv',
    client_name: 'Television',
    token_endpoint_auth_method: 'none',
    grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
    redirect_uris: [],
    scope: 'photos.read photos.write',
  },
  { client_id: 'm2m', client_name: 'Service', grant_types: ['client_credentials'], scope: 'usage.read' },
  { ...noGrant, client_id: 'photo-drive', client_name: 'The drive', resource: TEST_ORIGINS.resource },
  { ...noGrant, client_id: 'rs2', client_name: 'Another resource server', resource: 'http://localhost:3002/other' },
]

export interface TestOptions {
  /** Default `bcp`. */
  preset?: Preset
  policy?: Partial<AuthorizationServerPolicy>
  checksOff?: readonly string[]
  /** Registered besides the fixtures; the same `client_id` replaces a fixture. */
  clients?: readonly TestClient[]
  /** Where its rows are kept. Default: memory. */
  backend?: Backend<AuthorizationServerTables>
}

/** What an authorization code in the store stands for; everything has a default. */
export interface SeededCode {
  client_id?: string
  user_id?: string
  scope?: string
  redirect_uri?: string
  redirect_uri_sent?: boolean
  /** Null: the authorization request had no code_challenge. Default: the challenge of `VERIFIER`. */
  code_verifier?: string | null
  code_challenge_method?: 'S256' | 'plain'
  resource?: string | null
  dpop_jkt?: string
}

export interface TestAuthorizationServer {
  env: AuthorizationServerEnvironment
  store: Store<AuthorizationServerTables> & StoreKeeper<AuthorizationServerTables>
  /** Everything reported since the server was created. */
  reports: Report[]
  clock: { advance(seconds: number): void }
  /** @param pathOrUrl a path below the issuer, such as `/token`, or a whole URL */
  request(pathOrUrl: string, init?: RequestInit): Promise<Response>
  /** POSTs a form. */
  form(
    path: string,
    parameters: Record<string, string> | Parameters,
    headers?: Record<string, string>,
  ): Promise<Response>
  /** The checks that the last request met. */
  checks(): CheckReport[]
  /** Puts a code into the store as the authorization endpoint would have; answers the code. */
  seedCode(code?: SeededCode): Promise<string>
  /** Redeems a fresh code for tokens as `client_id` (default `web`). */
  tokens(code?: SeededCode): Promise<TestTokens>
}

export interface TestTokens {
  access_token: string
  token_type: string
  expires_in: number
  refresh_token: string
  scope: string
}

/** HTTP Basic as RFC 6749, section 2.3.1 writes it. */
export function basic(clientId: string, secret = `${clientId}-secret`): { authorization: string } {
  const credentials = `${encodeFormValue(clientId)}:${encodeFormValue(secret)}`
  return { authorization: `Basic ${btoa(credentials)}` }
}

const sharedKeys = createKeyRing(new Uint8Array(32).fill(7))

/** An authorization server in this process: memory, a fixed seed, a clock that stands still, the fixtures registered. */
export async function createTestAuthorizationServer(options: TestOptions = {}): Promise<TestAuthorizationServer> {
  const reports: Report[] = []
  let advanced = 0
  let mark = 0
  let codes = 0
  const now = () => TEST_TIME + advanced
  const backend = options.backend ?? (await openMemory('authorization-server', AUTHORIZATION_SERVER_TABLES))
  const report = (one: Report) => void reports.push(one)
  const rowsOf = options.backend ? randomUUID() : LAB
  const store = backend.open({ lab: rowsOf, now, report: (storage) => report({ type: 'storage', storage }) })
  const env: AuthorizationServerEnvironment = {
    lab: LAB,
    store,
    now,
    random: seededRandom('authorization server'),
    report,
    policy: { ...presetPolicy(AUTHORIZATION_SERVER_SWITCHES, options.preset ?? 'bcp'), ...options.policy },
    checksOff: new Set(options.checksOff),
    origins: TEST_ORIGINS,
    fetch: async (request) => {
      throw new Error(`The authorization server fetched ${request.url}.`)
    },
    keys: sharedKeys,
  }
  const given = new Set(options.clients?.map((client) => client.client_id))
  for (const client of [...FIXTURE_CLIENTS.filter((one) => !given.has(one.client_id)), ...(options.clients ?? [])]) {
    const { client_id, client_secret = `${client_id}-secret`, trusted = true, resource, exchangeTargets = [] } = client
    await registerClient(env, client, {
      trusted,
      secret: client_secret,
      exchangeTargets,
      ...(resource && { resource }),
    })
  }
  for (const [username, password, name] of USERS) await registerUser(env, { username, password, name })
  reports.length = 0

  const server: TestAuthorizationServer = {
    env,
    store,
    reports,
    clock: {
      advance(seconds) {
        advanced += seconds * 1000
      },
    },
    async request(pathOrUrl, init) {
      mark = reports.length
      const url = pathOrUrl.startsWith('/') ? `${TEST_ORIGINS.issuer}${pathOrUrl}` : pathOrUrl
      return handleAuthorizationServer(new Request(url, { redirect: 'manual', ...init }), env)
    },
    form(path, parameters, headers = {}) {
      const body = encodeForm(Array.isArray(parameters) ? parameters : Object.entries(parameters))
      const type = { 'content-type': 'application/x-www-form-urlencoded' }
      return server.request(path, { method: 'POST', headers: { ...type, ...headers }, body })
    },
    checks: () => reports.slice(mark).flatMap((one) => (one.type === 'check' ? [one.check] : [])),
    seedCode(code) {
      codes += 1
      return seedCode(env, `code-${codes}`, code)
    },
    async tokens(seeded = {}) {
      const { client_id = 'web', redirect_uri, code_verifier = VERIFIER } = seeded
      const client = await env.store.get('clients', client_id)
      if (!client) throw new Error(`No client ${client_id}.`)
      const parameters: Record<string, string> = {
        grant_type: 'authorization_code',
        code: await server.seedCode(seeded),
        redirect_uri: redirect_uri ?? client.redirect_uris[0] ?? CALLBACK,
        ...(code_verifier && { code_verifier }),
        ...(client.token_endpoint_auth_method !== 'client_secret_basic' && { client_id }),
        ...(client.token_endpoint_auth_method === 'client_secret_post' && { client_secret: `${client_id}-secret` }),
      }
      const isBasic = client.token_endpoint_auth_method === 'client_secret_basic'
      const response = await server.form('/token', parameters, isBasic ? basic(client_id) : {})
      if (response.status !== 200) throw new Error(`No tokens: ${await response.text()}`)
      return (await response.json()) as TestTokens
    },
  }
  return server
}

const USERS = [
  ['alice', 'wonderland', 'Alice Liddell'],
  ['mallory', 'malice', 'Mallory'],
] as const

async function seedCode(env: AuthorizationServerEnvironment, value: string, code: SeededCode = {}): Promise<string> {
  const {
    client_id = 'web',
    user_id = 'alice',
    scope = 'photos.read',
    resource = null,
    code_verifier = VERIFIER,
  } = code
  const { code_challenge_method = 'S256', redirect_uri_sent = true } = code
  const client = await env.store.get('clients', client_id)
  const shared = { client_id, user_id, scope, resource, issued_at: env.now() }
  const grant = { key: `grant-of-${value}`, grant_type: 'authorization_code', revoked_at: null, revoked_because: null }
  const endless = env.now() + 365 * 86_400_000
  await env.store.insert('grants', { ...shared, ...grant, expires_at: endless })
  const challenge =
    code_verifier === null || code_challenge_method === 'plain' ? code_verifier : await s256(code_verifier)
  await env.store.insert('authorization_codes', {
    ...shared,
    key: await secretKey(env, value),
    grant_id: grant.key,
    redirect_uri: code.redirect_uri ?? client?.redirect_uris[0] ?? CALLBACK,
    redirect_uri_sent,
    code_challenge: challenge,
    code_challenge_method: code_verifier === null ? null : code_challenge_method,
    nonce: null,
    dpop_jkt: code.dpop_jkt ?? null,
    auth_time: env.now(),
    expires_at: env.now() + env.policy.codeLifetimeSeconds * 1000,
    used_at: null,
  })
  return value
}
