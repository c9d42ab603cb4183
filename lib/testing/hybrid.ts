import { encodeBase64Url } from '@/lib/oauth/base64url'
import { CALLBACK, type TestAuthorizationServer, type TestClient, type TestOptions } from './authorization-server'
import { answerOf, authorizePath, type Changes, testBrowser } from './front-channel'
import { createOpenIdProvider } from './openid'

/** Response types whose answer brings an ID token, their words in the order of the specification. */
export const WITH_ID_TOKEN = ['id_token', 'id_token token', 'code id_token', 'code id_token token'] as const

const hybrid: TestClient = {
  client_id: 'hybrid',
  client_name: 'Hybrid',
  grant_types: ['authorization_code', 'implicit', 'refresh_token'],
  response_types: ['code', 'code token', ...WITH_ID_TOKEN],
  redirect_uris: [CALLBACK],
  scope: 'openid profile email photos.read',
}

/** An OpenID Provider that sends tokens through the browser, with a client registered for every way of it. */
export function createHybridProvider(options: TestOptions = {}): Promise<TestAuthorizationServer> {
  const policy = { implicit: true, ...options.policy }
  return createOpenIdProvider({ ...options, policy, clients: [hybrid, ...(options.clients ?? [])] })
}

/** An authentication request of `hybrid` that nobody objects to. */
export const hybridRequest = (changes: Changes): Changes => ({
  client_id: 'hybrid',
  scope: 'openid photos.read',
  nonce: 'n-0S6_WzA2Mj',
  ...changes,
})

/** What the fragment brings once alice has signed in and agreed. */
export async function askHybrid(as: TestAuthorizationServer, changes: Changes): Promise<Record<string, string>> {
  const location = await testBrowser(as).grant(hybridRequest(changes))
  return Object.fromEntries(new URLSearchParams(location.hash.slice(1)))
}

/** What is answered at once, without a user: an error, in query or fragment. */
export async function refusedHybrid(as: TestAuthorizationServer, changes: Changes): Promise<string | null> {
  return answerOf(await as.request(authorizePath(hybridRequest(changes)))).get('error')
}

/** Left half of the SHA-256, base64url (OpenID Connect Core, section 3.2.2.10). */
export async function leftHalfOf(value: string | undefined): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(value)))
  return encodeBase64Url(digest.slice(0, 16))
}
