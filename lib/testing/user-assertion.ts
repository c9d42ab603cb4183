import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { trustIssuer } from '@/lib/authorization-server/registration'
import {
  basic,
  createTestAuthorizationServer,
  TEST_ORIGINS,
  TEST_TIME,
  type TestAuthorizationServer,
  type TestOptions,
} from './authorization-server'

export const JWT_BEARER_GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
export const DIRECTORY = 'https://directory.example'

const pair = await generateKeyPair('ES256', { extractable: true })
const jwk = await exportJWK(pair.publicKey)
const stranger = await generateKeyPair('ES256')

/** An authorization server that takes the word of a directory about alice, and a service `agent` that presents it. */
export async function createAssertionServer(options: TestOptions = {}): Promise<TestAuthorizationServer> {
  const agent = {
    client_id: 'agent',
    grant_types: [JWT_BEARER_GRANT],
    redirect_uris: [],
    scope: 'photos.read photos.write',
  }
  const as = await createTestAuthorizationServer({ ...options, clients: [agent] })
  const jwks = { keys: [{ ...jwk, kid: 'directory', alg: 'ES256' }] }
  await trustIssuer(as.env, { issuer: DIRECTORY, name: 'Directory', jwks, users: ['alice'], scope: 'photos.read' })
  return as
}

export interface AssertionChanges {
  /** Claims that replace the usual ones; undefined removes one. */
  claims?: Record<string, unknown>
  header?: Record<string, unknown>
  /** Signed with a key nobody registered. */
  byStranger?: boolean
}

let made = 0

/** The directory's word about alice, good for five minutes. */
export function userAssertion({
  claims = {},
  header = {},
  byStranger = false,
}: AssertionChanges = {}): Promise<string> {
  made += 1
  const now = TEST_TIME / 1000
  const usual = {
    iss: DIRECTORY,
    sub: 'alice',
    aud: TEST_ORIGINS.issuer,
    iat: now,
    exp: now + 300,
    jti: `assertion-${made}`,
  }
  return new SignJWT({ ...usual, ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: 'directory', ...header })
    .sign(byStranger ? stranger.privateKey : pair.privateKey)
}

export function present(
  as: TestAuthorizationServer,
  assertion: string,
  parameters: Record<string, string> = {},
  headers: Record<string, string> = basic('agent'),
): Promise<Response> {
  return as.form('/token', { grant_type: JWT_BEARER_GRANT, assertion, ...parameters }, headers)
}
