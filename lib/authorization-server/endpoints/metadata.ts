import { DPOP_ALGORITHMS } from '@/lib/oauth/dpop/signature'
import { SUPPORTED_CLAIMS } from '../claims'
import { ASSERTION_ALGORITHMS, AUTHENTICATION_METHODS } from '../client-authentication/methods'
import type { Endpoint } from '../endpoint'
import type { AuthorizationServerEnvironment } from '../environment'
import { offeredGrantTypes } from '../grants'
import { RESPONSE_MODES } from '../response-modes'
import { answeredResponseTypes } from '../response-types'
import { SUPPORTED_SCOPE } from '../scopes'

/** What clients need to know about this server, as its policy is now (RFC 8414, section 2). */
export function serverMetadata(
  env: Pick<AuthorizationServerEnvironment, 'policy' | 'origins' | 'checksOff'>,
): Record<string, unknown> {
  const { policy, origins } = env
  const responseTypes = answeredResponseTypes(env)
  const begunByRedirect = responseTypes.flatMap(({ grantTypes }) => grantTypes)
  const { issuer, resource } = origins
  const secrets = AUTHENTICATION_METHODS.filter((method) => method !== 'none')
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    userinfo_endpoint: `${issuer}/userinfo`,
    end_session_endpoint: `${issuer}/logout`,
    device_authorization_endpoint: `${issuer}/device_authorization`,
    registration_endpoint: `${issuer}/register`,
    introspection_endpoint: `${issuer}/introspect`,
    revocation_endpoint: `${issuer}/revoke`,
    scopes_supported: SUPPORTED_SCOPE.split(' '),
    response_types_supported: responseTypes.map((type) => type.name),
    response_modes_supported: RESPONSE_MODES,
    grant_types_supported: [...new Set([...offeredGrantTypes(policy), ...begunByRedirect])],
    token_endpoint_auth_methods_supported: AUTHENTICATION_METHODS,
    introspection_endpoint_auth_methods_supported: policy.introspectionAuthenticated ? secrets : AUTHENTICATION_METHODS,
    revocation_endpoint_auth_methods_supported: AUTHENTICATION_METHODS,
    token_endpoint_auth_signing_alg_values_supported: ASSERTION_ALGORITHMS,
    introspection_endpoint_auth_signing_alg_values_supported: ASSERTION_ALGORITHMS,
    revocation_endpoint_auth_signing_alg_values_supported: ASSERTION_ALGORITHMS,
    ...(policy.pkce !== 'off' && {
      code_challenge_methods_supported: policy.pkcePlain ? ['S256', 'plain'] : ['S256'],
    }),
    ...(policy.pushedRequests !== 'off' && {
      pushed_authorization_request_endpoint: `${issuer}/par`,
      require_pushed_authorization_requests: policy.pushedRequests === 'required',
    }),
    ...(policy.senderConstrained !== 'bearer' && { dpop_signing_alg_values_supported: DPOP_ALGORITHMS }),
    authorization_response_iss_parameter_supported: policy.issInResponse,
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256', 'ES256'],
    claims_supported: SUPPORTED_CLAIMS,
    prompt_values_supported: ['none', 'login', 'consent', 'select_account'],
    claims_parameter_supported: false,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
    protected_resources: [resource],
  }
}

/** The document, wherever its URL lies: below the issuer, or with the issuer's path inserted (RFC 8414, section 3.1). */
export async function metadataResponse(
  env: Pick<AuthorizationServerEnvironment, 'policy' | 'origins' | 'checksOff'>,
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
