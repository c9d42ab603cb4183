import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { TEST_ORIGINS, TEST_TIME, type TestAuthorizationServer, type TestClient } from './authorization-server'

const pair = await generateKeyPair('ES256', { extractable: true })

/** The public key of `pkj`, as it is registered. */
export const CLIENT_KEY = { ...(await exportJWK(pair.publicKey)), kid: 'pkj-1', alg: 'ES256', use: 'sig' }

/** A service that authenticates by private_key_jwt. */
export const PKJ: TestClient = {
  client_id: 'pkj',
  client_name: 'Service with a key',
  token_endpoint_auth_method: 'private_key_jwt',
  grant_types: ['client_credentials'],
  scope: 'usage.read',
  jwks: { keys: [CLIENT_KEY] },
}

let made = 0

/** Claims of an honest assertion of `pkj`, each with a `jti` of its own; one that is undefined is left out. */
export function assertionClaims(changes: Record<string, unknown> = {}): Record<string, unknown> {
  made += 1
  const now = TEST_TIME / 1000
  const honest = { iss: 'pkj', sub: 'pkj', aud: TEST_ORIGINS.issuer, jti: `assertion-${made}`, iat: now, exp: now + 60 }
  return { ...honest, ...changes }
}

/** An assertion signed with the key of `pkj`. */
export function clientAssertion(
  claims: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
  key: CryptoKey = pair.privateKey,
): Promise<string> {
  return new SignJWT(assertionClaims(claims)).setProtectedHeader({ alg: 'ES256', kid: 'pkj-1', ...header }).sign(key)
}

export const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** Asks for a token with an assertion. */
export function askWithAssertion(
  as: TestAuthorizationServer,
  client_assertion: string,
  more: Record<string, string> = {},
): Promise<Response> {
  const grant_type = 'client_credentials'
  return as.form('/token', { grant_type, client_assertion_type: JWT_BEARER, client_assertion, ...more })
}
