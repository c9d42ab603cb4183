import {
  basic,
  createTestAuthorizationServer,
  TEST_ORIGINS,
  type TestAuthorizationServer,
  type TestOptions,
} from './authorization-server'

export const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
export const ACCESS_TOKEN_TYPE = 'urn:ietf:params:oauth:token-type:access_token'
/** The service: an API whose resource this is, and a client that may exchange tokens for the drive and for its own supplier. */
export const SHOP = `${TEST_ORIGINS.client}/print`
export const SUPPLIER = `${TEST_ORIGINS.client}/paper`

const service = { grant_types: [TOKEN_EXCHANGE], redirect_uris: [], scope: 'photos.read' }

/** An authorization server with two services: `shop` is called by applications, `paper` by the shop. */
export function createExchangeServer(options: TestOptions = {}): Promise<TestAuthorizationServer> {
  const { resource } = TEST_ORIGINS
  const clients = [
    { ...service, client_id: 'shop', client_name: 'Shop', resource: SHOP, exchangeTargets: [resource, SUPPLIER] },
    { ...service, client_id: 'paper', client_name: 'Paper', resource: SUPPLIER, exchangeTargets: [resource] },
    {
      ...service,
      client_id: 'open',
      client_name: 'Open',
      token_endpoint_auth_method: 'none',
      resource: `${SHOP}/open`,
    },
  ]
  return createTestAuthorizationServer({ ...options, clients: [...clients, ...(options.clients ?? [])] })
}

/** Alice's token for the shop, as her application got it. */
export async function tokenForShop(as: TestAuthorizationServer, scope = 'photos.read photos.write'): Promise<string> {
  return (await as.tokens({ scope, resource: SHOP })).access_token
}

/** An exchange by `shop` unless other headers are given; a parameter that is null is left out. */
export function exchange(
  as: TestAuthorizationServer,
  parameters: Record<string, string | null>,
  headers: Record<string, string> = basic('shop'),
): Promise<Response> {
  const all = { grant_type: TOKEN_EXCHANGE, subject_token_type: ACCESS_TOKEN_TYPE, ...parameters }
  const present = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== null)
  return as.form('/token', present, headers)
}
