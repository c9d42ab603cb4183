import { encodeBase64Url, encodeUtf8 } from '@/lib/oauth/base64url'
import { scopeIncludes } from '@/lib/oauth/scope'
import { userClaims } from '../claims'
import type { AuthorizationServerEnvironment } from '../environment'
import type { Client } from '../tables'
import { signJwt } from './sign-jwt'

/** Long enough to be carried home and read: a client looks at it once, at login. */
const LIFETIME_SECONDS = 600

/** What an ID token says (OpenID Connect Core, section 2). */
export interface IdTokenRequest {
  client: Client
  userId: string
  scope: string
  /** When the user signed in; milliseconds. A refresh does not change it. */
  authTime: number
  /** As the authorization request sent it; null when it sent none, and in a refresh (section 12.2). */
  nonce: string | null
  /** The access token it is issued beside, which it names by a hash (sections 3.1.3.6 and 3.2.2.10). */
  accessToken: string | null
  /** The code it is issued beside, likewise (section 3.3.2.11). There is none at the token endpoint. */
  code?: string | null
}

/**
 * Makes an ID token: a statement for the client about who signed in. Signed as the client registered, RS256 unless it
 * said otherwise (OpenID Connect Core, section 15.1).
 *
 * @returns the member of the response that carries it; nothing when the scope does not contain `openid`
 */
export async function issueIdToken(
  env: AuthorizationServerEnvironment,
  request: IdTokenRequest,
): Promise<{ id_token?: string }> {
  const { client, userId, scope, authTime, nonce, accessToken, code = null } = request
  const user = scopeIncludes(scope, 'openid') ? await env.store.get('users', userId) : null
  if (!user) return {}
  const algorithm = client.id_token_signed_response_alg === 'ES256' ? 'ES256' : 'RS256'
  const key = await env.keys.signer(algorithm)
  const issuedAt = Math.floor(env.now() / 1000)
  const claims = {
    iss: env.origins.issuer,
    sub: user.key,
    aud: client.key,
    iat: issuedAt,
    exp: issuedAt + LIFETIME_SECONDS,
    auth_time: Math.floor(authTime / 1000),
    ...(nonce !== null && { nonce }),
    ...(accessToken !== null && { at_hash: await leftHalfHash(accessToken) }),
    ...(code !== null && { c_hash: await leftHalfHash(code) }),
    ...(scopeIncludes(scope, 'profile') && { name: user.name }),
    // Where nothing leads to the UserInfo endpoint, everything it would tell is said here (section 5.4).
    ...(accessToken === null && code === null && userClaims(user, scope)),
  }
  const value = await signJwt(claims, 'JWT', key)
  env.report({ type: 'secret', secret: { kind: 'id_token', value, madeBy: 'authorization-server' } })
  return { id_token: value }
}

/** The left half of the SHA-256, which belongs to both ES256 and RS256. */
async function leftHalfHash(token: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', encodeUtf8(token)))
  return encodeBase64Url(digest.slice(0, digest.length / 2))
}
