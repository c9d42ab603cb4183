import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { registerClient, trustIssuer } from '@/lib/authorization-server/registration'
import { basic, CALLBACK, TEST_ORIGINS, type TestAuthorizationServer, VERIFIER } from './authorization-server'
import { outcome } from './back-channel'
import { CLIENT_KEY, clientAssertion, JWT_BEARER } from './client-assertion'
import { DEVICE_CODE_GRANT, type DeviceCodes, decideDevice } from './device'
import { answerOf, type Changes, GOOD_REQUEST, locationOf, pageName, testBrowser } from './front-channel'

/** How to use what a server may advertise, for the test that holds its metadata against its behaviour. */

export type Metadata = Readonly<Record<string, unknown>>

export async function discover(as: TestAuthorizationServer): Promise<Metadata> {
  return (await (await as.request('/.well-known/openid-configuration')).json()) as Metadata
}

/** A list of the metadata; empty when it is left out. */
export function listed(metadata: Metadata, name: string): string[] {
  const value = metadata[name]
  return Array.isArray(value) ? value.map(String) : []
}

/** What came of a request: the parameters of the answer, or null when there was none but a refusal. */
export type Answer = Readonly<Record<string, unknown>> | null

const pair = await generateKeyPair('ES256', { extractable: true })
const jwk = await exportJWK(pair.publicKey)

/** A proof for the token endpoint that its sender holds a key (RFC 9449, section 4.2). */
export function dpopProof(as: TestAuthorizationServer, nonce: string | null = null): Promise<string> {
  const claims = { htm: 'POST', htu: `${TEST_ORIGINS.issuer}/token`, jti: randomUUID(), iat: as.env.now() / 1000 }
  return new SignJWT({ ...claims, ...(nonce !== null && { nonce }) })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk })
    .sign(pair.privateKey)
}

export interface Credentials {
  parameters: Record<string, string>
  headers: Record<string, string>
}

/** Asks for a token, with a proof where the metadata offer that; a demanded nonce is taken up once. */
export async function askToken(
  as: TestAuthorizationServer,
  parameters: Record<string, string>,
  credentials: () => Promise<Credentials>,
): Promise<Answer> {
  const bound = (await discover(as)).dpop_signing_alg_values_supported !== undefined
  const send = async (nonce: string | null) => {
    const own = await credentials()
    const proof = bound ? { dpop: await dpopProof(as, nonce) } : {}
    return as.form('/token', { ...parameters, ...own.parameters }, { ...own.headers, ...proof })
  }
  const first = await send(null)
  const again = (await outcome(first)) === '400 use_dpop_nonce'
  const response = again ? await send(first.headers.get('dpop-nonce')) : first
  return response.status === 200 ? ((await response.json()) as Answer) : null
}

/** A client registered for everything, and confidential. */
export const EVERYTHING = 'everything'

const asBasic = (client: string) => async (): Promise<Credentials> => ({ parameters: {}, headers: basic(client) })

/** From an authorization request of `everything` to the answer at its redirect URI; pushed first where that is demanded. */
export async function askAuthorization(as: TestAuthorizationServer, changes: Changes = {}): Promise<Answer> {
  const wanted: Changes = { ...GOOD_REQUEST, client_id: EVERYTHING, ...changes }
  const pushed = (await discover(as)).require_pushed_authorization_requests === true
  const request = pushed ? await push(as, wanted) : wanted
  if (request === null) return null
  const browser = testBrowser(as)
  let response = await browser.authorize(request)
  if ((await pageName(response)) === 'login') response = await browser.get(locationOf(await browser.login(response)))
  if (response.status === 200) response = await browser.decide(response, 'approve')
  if (response.headers.get('location') === null) return null
  const answer = Object.fromEntries(answerOf(response))
  return 'error' in answer ? null : answer
}

async function push(as: TestAuthorizationServer, request: Changes): Promise<Changes | null> {
  const parameters = Object.entries(request).filter((one): one is [string, string] => one[1] !== null)
  const response = await as.form('/par', parameters, basic(EVERYTHING))
  if (response.status !== 201) return null
  const { request_uri } = (await response.json()) as { request_uri: string }
  const nothing = Object.fromEntries(Object.keys(GOOD_REQUEST).map((name) => [name, null]))
  return { ...nothing, client_id: EVERYTHING, request_uri }
}

async function redeem(as: TestAuthorizationServer, changes: Changes = {}): Promise<Answer> {
  const answer = await askAuthorization(as, { scope: 'photos.read', ...changes })
  const code = { grant_type: 'authorization_code', code: String(answer?.code), redirect_uri: CALLBACK }
  return askToken(as, { ...code, code_verifier: VERIFIER }, asBasic(EVERYTHING))
}

/** One way to complete each grant, by what a client registers to use it. Answers the tokens. */
export const GRANT_EXERCISES: Readonly<Record<string, (as: TestAuthorizationServer) => Promise<Answer>>> = {
  authorization_code: (as) => redeem(as),

  implicit: (as) => askAuthorization(as, { response_type: 'token' }),

  async refresh_token(as) {
    const tokens = await redeem(as)
    const parameters = { grant_type: 'refresh_token', refresh_token: String(tokens?.refresh_token) }
    return askToken(as, parameters, asBasic(EVERYTHING))
  },

  client_credentials: (as) => askToken(as, { grant_type: 'client_credentials' }, asBasic('m2m')),

  password: (as) =>
    askToken(as, { grant_type: 'password', username: 'alice', password: 'wonderland' }, asBasic(EVERYTHING)),

  async [DEVICE_CODE_GRANT](as) {
    const response = await as.form('/device_authorization', { client_id: 'tv', scope: 'photos.read' })
    if (response.status !== 200) return null
    const { device_code, user_code } = (await response.json()) as DeviceCodes
    await decideDevice(as, user_code)
    const itself = { parameters: { client_id: 'tv' }, headers: {} }
    return askToken(as, { grant_type: DEVICE_CODE_GRANT, device_code }, async () => itself)
  },

  async 'urn:ietf:params:oauth:grant-type:token-exchange'(as) {
    const grant_type = 'urn:ietf:params:oauth:grant-type:token-exchange'
    const resource = `${TEST_ORIGINS.resource}/print-shop`
    const shop = { client_id: 'print-shop', grant_types: [grant_type], response_types: [], scope: 'photos.read' }
    await registerClient(as.env, shop, {
      trusted: true,
      secret: 'print-shop-secret',
      resource,
      exchangeTargets: [TEST_ORIGINS.resource],
    })
    const subject = await redeem(as, { resource })
    const subject_token = { subject_token: String(subject?.access_token), subject_token_type: ACCESS_TOKEN }
    const target = { resource: TEST_ORIGINS.resource, scope: 'photos.read' }
    return askToken(as, { grant_type, ...subject_token, ...target }, asBasic('print-shop'))
  },

  async 'urn:ietf:params:oauth:grant-type:jwt-bearer'(as) {
    const grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
    const issuer = 'https://directory.example'
    const keys = { keys: [{ ...jwk, kid: 'directory', alg: 'ES256' }] }
    await trustIssuer(as.env, { issuer, name: 'Directory', jwks: keys, users: ['alice'], scope: 'photos.read' })
    const now = as.env.now() / 1000
    const claims = { iss: issuer, sub: 'alice', aud: TEST_ORIGINS.issuer, jti: randomUUID(), iat: now, exp: now + 60 }
    const header = { alg: 'ES256', kid: 'directory' }
    const assertion = () => new SignJWT(claims).setProtectedHeader(header).sign(pair.privateKey)
    return askToken(as, { grant_type, assertion: await assertion() }, asBasic(EVERYTHING))
  },
}

const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token'

/** How a client shows who it is, by the name of the method. The client's id is `by-` and that name. */
export const METHOD_EXERCISES: Readonly<Record<string, (client: string) => Promise<Credentials>>> = {
  client_secret_basic: async (client) => ({ parameters: {}, headers: basic(client) }),
  client_secret_post: async (client) => ({
    parameters: { client_id: client, client_secret: `${client}-secret` },
    headers: {},
  }),
  none: async (client) => ({ parameters: { client_id: client }, headers: {} }),
  private_key_jwt: async (client) => ({
    parameters: {
      client_id: client,
      client_assertion_type: JWT_BEARER,
      client_assertion: await clientAssertion({ iss: client, sub: client }),
    },
    headers: {},
  }),
}

/** Registers a client that authenticates by a method; answers its id. */
export async function registerByMethod(as: TestAuthorizationServer, method: string): Promise<string> {
  const client_id = `by-${method}`
  const metadata = { client_id, token_endpoint_auth_method: method, redirect_uris: [CALLBACK] }
  const key = method === 'private_key_jwt' ? { jwks: { keys: [CLIENT_KEY] } } : {}
  await registerClient(as.env, { ...metadata, ...key }, { trusted: true, secret: `${client_id}-secret` })
  return client_id
}
