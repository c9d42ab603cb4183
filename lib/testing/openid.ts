import { createLocalJWKSet, jwtVerify } from 'jose'
import {
  basic,
  CALLBACK,
  createTestAuthorizationServer,
  TEST_ORIGINS,
  type TestAuthorizationServer,
  type TestClient,
  type TestOptions,
  VERIFIER,
} from './authorization-server'
import { type Changes, testBrowser } from './front-channel'

const login = {
  client_name: 'Web',
  grant_types: ['authorization_code', 'refresh_token'],
  redirect_uris: [CALLBACK],
  post_logout_redirect_uris: [`${TEST_ORIGINS.client}/signed-out?from=drive`],
  scope: 'openid profile email offline_access photos.read',
  token_endpoint_auth_method: 'client_secret_basic',
}

/** `web` may sign users in, with RS256 because it said nothing; `es256` said ES256. */
export const LOGIN_CLIENTS: readonly TestClient[] = [
  { ...login, client_id: 'web' },
  { ...login, client_id: 'es256', id_token_signed_response_alg: 'ES256' },
]

/** An authorization server whose client `web` may ask for `openid`. */
export function createOpenIdProvider(options: TestOptions = {}): Promise<TestAuthorizationServer> {
  return createTestAuthorizationServer({ ...options, clients: [...LOGIN_CLIENTS, ...(options.clients ?? [])] })
}

export interface LoginTokens {
  access_token: string
  refresh_token?: string
  id_token?: string
  scope: string
}

/** Signs alice in through a browser and redeems the code. */
export async function logIn(
  as: TestAuthorizationServer,
  changes: Changes = {},
  browser = testBrowser(as),
): Promise<LoginTokens> {
  const clientId = changes.client_id ?? 'web'
  const answer = await browser.grant({ scope: 'openid', ...changes })
  const response = await redeem(as, answer.searchParams.get('code') ?? '', clientId)
  if (response.status !== 200) throw new Error(`No tokens: ${await response.text()}`)
  return (await response.json()) as LoginTokens
}

export function redeem(as: TestAuthorizationServer, code: string, clientId = 'web'): Promise<Response> {
  const parameters = { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, code_verifier: VERIFIER }
  return as.form('/token', parameters, basic(clientId))
}

/** Header and claims of an ID token, its signature verified with the published keys. */
export async function verifiedIdToken(as: TestAuthorizationServer, idToken: string | undefined) {
  const keys = await (await as.request('/jwks')).json()
  const currentDate = new Date(as.env.now())
  const { payload, protectedHeader } = await jwtVerify(idToken ?? '', createLocalJWKSet(keys), { currentDate })
  return { claims: payload, header: protectedHeader }
}
