import { OAuthError } from '@/lib/oauth/errors'
import { intersectScope, scopeIncludes } from '@/lib/oauth/scope'
import { SUPPORTED_SCOPE } from '../scopes'

/** Client metadata as registered (RFC 7591, section 2), defaults filled in. */
export interface ClientMetadata {
  client_name: string
  redirect_uris: string[]
  token_endpoint_auth_method: string
  grant_types: string[]
  response_types: string[]
  scope: string
  application_type: 'web' | 'native'
  /** RFC 9126, section 6. */
  require_pushed_authorization_requests: boolean
  /** RFC 9449, section 5.2. */
  dpop_bound_access_tokens: boolean
  /** Where a browser may be sent after signing out (RP-Initiated Logout, section 3.1). */
  post_logout_redirect_uris: string[]
  /** How its ID tokens are signed; null when it may not ask for `openid`. RS256 when left out (OIDC Registration, section 2). */
  id_token_signed_response_alg: 'RS256' | 'ES256' | null
  /** Public keys of the client (RFC 7517); null when it has none. */
  jwks: { keys: unknown[] } | null
}

/** What a client may ask to be registered with: any of it left out, and members nobody knows. */
export type RequestedMetadata = { readonly [Name in keyof ClientMetadata]?: ClientMetadata[Name] | undefined } & {
  readonly [name: string]: unknown
}

/** What a client may ask for that registers no scope: all that a user decides about. */
const USUAL_SCOPE = 'photos.read photos.write'
const LONGEST_TEXT = 200
const LONGEST_LIST = 20

/**
 * Reads metadata somebody sent: fills in the defaults of RFC 7591, section 2, and leaves out what is not understood,
 * scopes that do not exist here included.
 *
 * @throws OAuthError `invalid_client_metadata` when a member has the wrong shape
 */
export function readMetadata(requested: Readonly<Record<string, unknown>>): ClientMetadata {
  const grantTypes = texts(requested, 'grant_types') ?? ['authorization_code']
  const redirecting = grantTypes.includes('authorization_code')
  const scope = intersectScope(text(requested, 'scope') ?? USUAL_SCOPE, SUPPORTED_SCOPE) || USUAL_SCOPE
  return {
    client_name: text(requested, 'client_name') ?? 'Unnamed client',
    redirect_uris: texts(requested, 'redirect_uris') ?? [],
    token_endpoint_auth_method: text(requested, 'token_endpoint_auth_method') ?? 'client_secret_basic',
    grant_types: grantTypes,
    response_types: texts(requested, 'response_types') ?? (redirecting ? ['code'] : []),
    scope,
    application_type: text(requested, 'application_type') === 'native' ? 'native' : 'web',
    post_logout_redirect_uris: texts(requested, 'post_logout_redirect_uris') ?? [],
    id_token_signed_response_alg: scopeIncludes(scope, 'openid') ? idTokenAlgorithm(requested) : null,
    require_pushed_authorization_requests: flag(requested, 'require_pushed_authorization_requests'),
    dpop_bound_access_tokens: flag(requested, 'dpop_bound_access_tokens'),
    jwks: keySet(requested),
  }
}

function idTokenAlgorithm(requested: Readonly<Record<string, unknown>>): 'RS256' | 'ES256' {
  const wanted = text(requested, 'id_token_signed_response_alg') ?? 'RS256'
  if (wanted === 'RS256' || wanted === 'ES256') return wanted
  throw misshapen('id_token_signed_response_alg has to be RS256 or ES256.')
}

function text(requested: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = requested[name]
  if (value === undefined || value === null) return null
  if (typeof value !== 'string' || value.length > LONGEST_TEXT) {
    throw misshapen(`${name} has to be a text of at most ${LONGEST_TEXT} characters.`)
  }
  return value
}

function flag(requested: Readonly<Record<string, unknown>>, name: string): boolean {
  const value = requested[name] ?? false
  if (typeof value !== 'boolean') throw misshapen(`${name} has to be true or false.`)
  return value
}

function texts(requested: Readonly<Record<string, unknown>>, name: string): string[] | null {
  const value = requested[name]
  if (value === undefined || value === null) return null
  const isList = Array.isArray(value) && value.length <= LONGEST_LIST
  if (!isList || !value.every((one) => typeof one === 'string' && one.length <= 2000)) {
    throw misshapen(`${name} has to be a list of at most ${LONGEST_LIST} texts.`)
  }
  return value
}

function keySet(requested: Readonly<Record<string, unknown>>): ClientMetadata['jwks'] {
  const value = requested.jwks
  if (value === undefined || value === null) return null
  if (typeof value === 'object' && 'keys' in value && Array.isArray(value.keys)) return { keys: value.keys }
  throw misshapen('jwks has to be a JWK set: an object with the member keys.')
}

function misshapen(description: string): OAuthError {
  return new OAuthError({ code: 'invalid_client_metadata', description, cites: ['rfc7591-2', 'rfc7591-3.2.2'] })
}
