import { boolean, integer, list, optional, type Row, text } from '@/lib/storage/port'

/**
 * What the authorization server keeps. Keys of secrets are their SHA-256 (see `secret-key.ts`), so a
 * stolen database holds nothing that can be presented, unless the policy `storeTokensHashed` is off.
 * Times are milliseconds on the lab's clock.
 */
export const AUTHORIZATION_SERVER_TABLES = {
  users: {
    username: text,
    name: text,
    email: optional(text),
    password_hash: text,
    disabled_at: optional(integer),
  },
  /** Key: client_id. */
  clients: {
    client_name: text,
    client_secret_hash: optional(text),
    token_endpoint_auth_method: text,
    redirect_uris: list,
    grant_types: list,
    response_types: list,
    scope: text,
    /** `web` or `native` (loopback ports may vary for native ones only). */
    application_type: text,
    /** Public keys as JSON (RFC 7591, `jwks`), for private_key_jwt. */
    jwks: optional(text),
    /** Where a browser may be sent after signing out. */
    post_logout_redirect_uris: list,
    /** How its ID tokens are signed; null for a client that may not ask for `openid`. */
    id_token_signed_response_alg: optional(text),
    /** False for clients that registered themselves: consent page warns, errors do not redirect unasked. */
    trusted: boolean,
    /** True: this client's requests come by way of `/par` only (RFC 9126, section 6). */
    require_pushed_authorization_requests: boolean,
    /** True: this client gets tokens bound to its key only (RFC 9449, section 5.2). */
    dpop_bound_access_tokens: boolean,
    /** The resource this client protects (RFC 8707); null for a client that is no resource server. */
    resource: optional(text),
    /** Resources this client may exchange tokens for (RFC 8693), when it is a service that acts for users elsewhere. */
    exchange_targets: list,
    issued_at: integer,
  },
  /** A browser's login at this server. Key: hash of the session cookie. */
  sessions: {
    user_id: text,
    auth_time: integer,
    issued_at: integer,
    expires_at: integer,
  },
  /** An authorization request between `/authorize` and its answer. Key: hash of the transaction id in the forms. */
  transactions: {
    client_id: text,
    redirect_uri: text,
    /** False when the request left redirect_uri out. */
    redirect_uri_sent: boolean,
    response_type: text,
    response_mode: text,
    scope: text,
    state: optional(text),
    nonce: optional(text),
    prompt: optional(text),
    code_challenge: optional(text),
    code_challenge_method: optional(text),
    resource: optional(text),
    /** Thumbprint of the key that the code will be bound to (RFC 9449, section 10); null when none was named. */
    dpop_jkt: optional(text),
    /** Key of the device code that is decided on (RFC 8628); null for a request that came through the browser. */
    device_code: optional(text),
    /** The code the user typed, to be shown to her once more. */
    user_code: optional(text),
    /** Hash of the cookie that ties the forms to this browser (RFC 6749, section 10.12). */
    browser_hash: text,
    user_id: optional(text),
    auth_time: optional(integer),
    issued_at: integer,
    expires_at: integer,
    used_at: optional(integer),
  },
  /** An authorization request that a client pushed (RFC 9126). Key: hash of its `request_uri`. */
  pushed_requests: {
    client_id: text,
    /** As they were pushed, form-urlencoded. */
    parameters: text,
    issued_at: integer,
    expires_at: integer,
    used_at: optional(integer),
  },
  /** Key: `user_id client_id`. */
  consents: {
    user_id: text,
    client_id: text,
    scope: text,
    issued_at: integer,
  },
  /** What one consent (or one client's own request) produced: revoking it ends every token made under it. */
  grants: {
    grant_type: text,
    client_id: text,
    user_id: optional(text),
    scope: text,
    resource: optional(text),
    issued_at: integer,
    revoked_at: optional(integer),
    /** Why it was revoked, in words: `code replayed`, `refresh token reused`, `client asked`. */
    revoked_because: optional(text),
    expires_at: integer,
  },
  authorization_codes: {
    client_id: text,
    user_id: text,
    scope: text,
    grant_id: text,
    redirect_uri: text,
    redirect_uri_sent: boolean,
    code_challenge: optional(text),
    code_challenge_method: optional(text),
    nonce: optional(text),
    resource: optional(text),
    dpop_jkt: optional(text),
    auth_time: integer,
    issued_at: integer,
    expires_at: integer,
    used_at: optional(integer),
  },
  /** What a device waits for (RFC 8628). Key: hash of the device code. */
  device_codes: {
    user_code_hash: text,
    client_id: text,
    /** What was asked for; once approved, what was granted. */
    scope: text,
    resource: optional(text),
    /** `pending`, `approved` or `denied`. */
    status: text,
    /** Seconds the device has to wait between two polls. */
    interval: integer,
    last_polled_at: optional(integer),
    user_id: optional(text),
    auth_time: optional(integer),
    /** The grant an approval makes. */
    grant_id: text,
    issued_at: integer,
    /** Until when the codes are good. The row stays longer: a device that comes too late is told so. */
    codes_expire_at: integer,
    expires_at: integer,
    used_at: optional(integer),
  },
  access_tokens: {
    /** `jwt` or `opaque`. */
    format: text,
    /** The JWT's `jti`; null for opaque ones. */
    jti: optional(text),
    client_id: text,
    user_id: optional(text),
    scope: text,
    /** The audience; null where the policy `audience` leaves tokens unrestricted. */
    resource: optional(text),
    /** Thumbprint of the key it is bound to (RFC 9449, section 6); null for a bearer token. */
    jkt: optional(text),
    grant_id: text,
    /** Who acts for the user, as the JSON of the claim `act` (RFC 8693, section 4.1); null when nobody stands between. */
    act: optional(text),
    /** The one client that may become the actor (RFC 8693, section 4.4); null when the token does not say. */
    may_act: optional(text),
    issued_at: integer,
    expires_at: integer,
    revoked_at: optional(integer),
  },
  refresh_tokens: {
    client_id: text,
    user_id: text,
    /** The scope of the original grant: rotation never narrows it (RFC 6749, section 6). */
    scope: text,
    grant_id: text,
    resource: optional(text),
    auth_time: integer,
    nonce: optional(text),
    /** Thumbprint of the key of a public client; a confidential client's is bound by its authentication (RFC 9449, section 5). */
    jkt: optional(text),
    issued_at: integer,
    /** Idle limit: moves on with each rotation. */
    expires_at: integer,
    /** Absolute limit: rotation never extends it. */
    ends_at: integer,
    used_at: optional(integer),
  },
  /** Who may assert users to this server (RFC 7523, section 3). Key: the issuer's identifier, as in `iss`. */
  trusted_issuers: {
    name: text,
    /** Public keys as JSON (RFC 7517). */
    jwks: text,
    /** Users it may speak for. */
    users: list,
    /** The most that a token made from its word allows. */
    scope: text,
    issued_at: integer,
  },
  /** Assertions about users that were accepted, until they expire. Key: hash of issuer and `jti`, or of the assertion. */
  user_assertions: {
    issuer: text,
    uses: integer,
    issued_at: integer,
    expires_at: integer,
  },
  /** Client assertions that were used, so that each counts once. Key: hash of client_id and `jti`. */
  client_assertions: {
    client_id: text,
    uses: integer,
    issued_at: integer,
    expires_at: integer,
  },
  /** DPoP proofs shown lately. Key: hash of URI and `jti`. */
  dpop_proofs: {
    times: integer,
    issued_at: integer,
    expires_at: integer,
  },
  /** Nonces for DPoP proofs that were given out. Key: the nonce. */
  dpop_nonces: {
    issued_at: integer,
    expires_at: integer,
  },
  /** Failed guesses, for slowing them down. Key: `client photo-editor`, `user alice`. */
  attempts: {
    failures: integer,
    issued_at: integer,
    expires_at: integer,
  },
} as const

export type AuthorizationServerTables = typeof AUTHORIZATION_SERVER_TABLES
type RowOf<Name extends keyof AuthorizationServerTables> = Row<AuthorizationServerTables[Name]>

export type User = RowOf<'users'>
export type Client = RowOf<'clients'>
export type Session = RowOf<'sessions'>
export type Transaction = RowOf<'transactions'>
export type Grant = RowOf<'grants'>
export type PushedRequest = RowOf<'pushed_requests'>
export type AuthorizationCode = RowOf<'authorization_codes'>
export type DeviceCode = RowOf<'device_codes'>
export type AccessToken = RowOf<'access_tokens'>
export type TrustedIssuer = RowOf<'trusted_issuers'>
export type RefreshToken = RowOf<'refresh_tokens'>
