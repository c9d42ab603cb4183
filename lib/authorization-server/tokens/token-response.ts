import type { IssuedAccessToken } from './access-token'

/** A successful answer of the token endpoint (RFC 6749, section 5.1). */
export interface TokenResponse {
  access_token: string
  token_type: 'Bearer'
  /** Seconds. */
  expires_in: number
  refresh_token?: string
  scope: string
}

export function tokenResponse(token: IssuedAccessToken, scope: string, refreshToken: string | null): TokenResponse {
  return {
    access_token: token.value,
    token_type: 'Bearer',
    expires_in: token.expiresIn,
    ...(refreshToken !== null && { refresh_token: refreshToken }),
    scope,
  }
}
