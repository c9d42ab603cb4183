/** How a client may authenticate here (RFC 7591, section 2, `token_endpoint_auth_method`). */
export const AUTHENTICATION_METHODS = ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'] as const

export type AuthenticationMethod = (typeof AUTHENTICATION_METHODS)[number]

/**
 * How a client assertion may be signed. Signatures only: an HMAC over the client's secret would need the secret itself,
 * and this server keeps nothing but its hash.
 */
export const ASSERTION_ALGORITHMS = ['ES256', 'PS256', 'RS256'] as const
