/** How a client may authenticate here (RFC 7591, section 2, `token_endpoint_auth_method`). */
export const AUTHENTICATION_METHODS = ['client_secret_basic', 'client_secret_post', 'none'] as const

export type AuthenticationMethod = (typeof AUTHENTICATION_METHODS)[number]
