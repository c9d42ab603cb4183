import type { IssuedAccessToken } from './access-token'

/** A successful answer of the token endpoint (RFC 6749, section 5.1). */
export interface TokenResponse {
  access_token: string
  token_type: IssuedAccessToken['type']
  /** Seconds. */
  expires_in: number
  refresh_token?: string
  /** Who signed in, where the scope contains `openid` (OpenID Connect Core, section 3.1.3.3). */
  id_token?: string
  scope: string
  /** What kind of token this is, where one was exchanged for another (RFC 8693, section 2.2.1). */
  issued_token_type?: string
}

export function tokenResponse(token: IssuedAccessToken, scope: string, refreshToken: string | null): TokenResponse {
  return {
    access_token: token.value,
    token_type: token.type,
    expires_in: token.expiresIn,
    ...(refreshToken !== null && { refresh_token: refreshToken }),
    scope,
  }
}
