import {
  basic,
  createTestAuthorizationServer,
  type TestAuthorizationServer,
  type TestOptions,
} from './authorization-server'

/** An authorization server that offers the password grant, with a client `ropc` registered for it. */
export function createPasswordServer(options: TestOptions = {}): Promise<TestAuthorizationServer> {
  const client = {
    client_id: 'ropc',
    client_name: 'Trusted app',
    grant_types: ['password', 'refresh_token'],
    redirect_uris: [],
    response_types: [],
    scope: 'photos.read',
  }
  return createTestAuthorizationServer({ preset: 'rfc6749', ...options, clients: [client, ...(options.clients ?? [])] })
}

/** A password request of `ropc` for Alice; a parameter that is null is left out. */
export function passwordRequest(
  as: TestAuthorizationServer,
  changes: Record<string, string | null> = {},
  headers: Record<string, string> = basic('ropc'),
): Promise<Response> {
  const all = { grant_type: 'password', username: 'alice', password: 'wonderland', ...changes }
  const sent = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== null)
  return as.form('/token', sent, headers)
}
