import { AUTHENTICATION_METHODS } from '../client-authentication/methods'
import type { Endpoint } from '../endpoint'
import type { AuthorizationServerEnvironment } from '../environment'
import { offeredGrantTypes } from '../grants'
import { RESPONSE_MODES } from '../response-modes'
import { RESPONSE_TYPES } from '../response-types'
import { SUPPORTED_SCOPE } from '../scopes'

/** What clients need to know about this server, as its policy is now (RFC 8414, section 2). */
export function serverMetadata({
  policy,
  origins,
}: Pick<AuthorizationServerEnvironment, 'policy' | 'origins'>): Record<string, unknown> {
  const { issuer, resource } = origins
  const secrets = AUTHENTICATION_METHODS.filter((method) => method !== 'none')
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    registration_endpoint: `${issuer}/register`,
    introspection_endpoint: `${issuer}/introspect`,
    revocation_endpoint: `${issuer}/revoke`,
    scopes_supported: SUPPORTED_SCOPE.split(' '),
    response_types_supported: RESPONSE_TYPES.map((type) => type.name),
    response_modes_supported: RESPONSE_MODES,
    grant_types_supported: offeredGrantTypes(policy),
    token_endpoint_auth_methods_supported: AUTHENTICATION_METHODS,
    introspection_endpoint_auth_methods_supported: policy.introspectionAuthenticated ? secrets : AUTHENTICATION_METHODS,
    revocation_endpoint_auth_methods_supported: AUTHENTICATION_METHODS,
    ...(policy.pkce !== 'off' && {
      code_challenge_methods_supported: policy.pkcePlain ? ['S256', 'plain'] : ['S256'],
    }),
    authorization_response_iss_parameter_supported: policy.issInResponse,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
    protected_resources: [resource],
  }
}

/** The document, wherever its URL lies: below the issuer, or with the issuer's path inserted (RFC 8414, section 3.1). */
export async function metadataResponse(
  env: Pick<AuthorizationServerEnvironment, 'policy' | 'origins'>,
): Promise<Response> {
  return Response.json(serverMetadata(env), {
    headers: { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' },
  })
}

/** OpenID Connect Discovery, section 4: the same document, at a path below the issuer. */
export const metadata: Endpoint = {
  path: '/.well-known/openid-configuration',
  kind: 'api',
  methods: { GET: (_, env) => metadataResponse(env) },
}
