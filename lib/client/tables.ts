import { boolean, integer, optional, type Row, text } from '@/lib/storage/port'

/**
 * What the client applications keep on their server. Tokens are kept with the user they belong to and the time
 * they expire; they stand here in full, because the application has to present them. Times: milliseconds.
 */
export const CLIENT_TABLES = {
  /** One browser's session at the application, or a service's own. Key: hash of the session cookie; the service's name. */
  sessions: {
    /** Which application of the cast: `photo-editor`. */
    application: text,
    /** Name of the signed-in user, once known. */
    user_name: optional(text),
    issued_at: integer,
    expires_at: integer,
  },
  /** An authorization request under way. Key: the session's key. */
  logins: {
    issuer: text,
    state: optional(text),
    nonce: optional(text),
    code_verifier: optional(text),
    redirect_uri: text,
    scope: text,
    return_to: optional(text),
    /** Parameters of the accepted authorization response, urlencoded, waiting to be redeemed; null before. */
    response: optional(text),
    issued_at: integer,
    expires_at: integer,
    /** When an authorization response was accepted: a state counts once. */
    used_at: optional(integer),
  },
  /** An authorization request on its way to `/par` (RFC 9126). Key: the session's key. */
  pushes: {
    /** Its parameters, form-urlencoded. */
    request: text,
    /** The reference the authorization server gave for it; null before. */
    request_uri: optional(text),
    issued_at: integer,
    expires_at: integer,
  },
  /** The nonce that a server last gave for DPoP proofs. Key: the server's base URL. */
  server_nonces: {
    nonce: text,
    issued_at: integer,
    expires_at: integer,
  },
  /** What a user typed into the application's own sign-in page (RFC 6749, section 4.3). Key: the session's key. */
  sign_ins: {
    username: text,
    /** As typed, until the authorization server has answered (RFC 6749, section 4.3.1); null from then on. */
    password: optional(text),
    /** The error of the token endpoint; null while there is none. */
    error: optional(text),
    error_description: optional(text),
    issued_at: integer,
    expires_at: integer,
  },
  /** Key: the session's key. */
  tokens: {
    access_token: text,
    refresh_token: optional(text),
    id_token: optional(text),
    token_type: text,
    scope: text,
    user_name: optional(text),
    issued_at: integer,
    /** When the access token expires, as the application was told. */
    access_expires_at: optional(integer),
    expires_at: integer,
  },
  /** Who signed in, by the word of a validated ID token, and what more the UserInfo endpoint told. Key: the session's key. */
  identities: {
    subject: text,
    name: optional(text),
    preferred_username: optional(text),
    email: optional(text),
    issued_at: integer,
    expires_at: integer,
  },
  /** Public keys of an authorization server, for verifying its ID tokens. Key: the issuer. */
  key_sets: {
    keys: text,
    issued_at: integer,
    expires_at: integer,
  },
  /** The codes a device was given and waits with (RFC 8628). Key: the session's key. */
  devices: {
    device_code: text,
    /** As it is shown: `WDJB-MJHT`. */
    user_code: text,
    verification_uri: text,
    scope: text,
    /** `waiting`, or why it stopped: `denied`, `expired`, `refused`. */
    status: text,
    /** Seconds between two polls. */
    interval: integer,
    /** When the next poll may be sent. */
    poll_at: integer,
    issued_at: integer,
    codes_expire_at: integer,
    expires_at: integer,
  },
  /** What the API answered last, ready to be shown. Key: the session's key. */
  results: {
    status: integer,
    body: text,
    issued_at: integer,
    expires_at: integer,
  },
  /** Which account of the application a session is signed in to. Key: the session's key. */
  memberships: {
    account: text,
    /** An answer to a request to link one more drive was accepted, and is being redeemed. */
    linking: boolean,
    issued_at: integer,
    expires_at: integer,
  },
  /** Which account a drive belongs to. Key: the drive's user. */
  drive_links: {
    account: text,
    issued_at: integer,
    expires_at: integer,
  },
  /** What a drive of an account showed last. Key: the drive's user. */
  albums: {
    account: text,
    body: text,
    issued_at: integer,
    expires_at: integer,
  },
  /** What the print shop was ordered to print, and what it holds for it. Key: the order's number. */
  print_orders: {
    application: text,
    user_name: optional(text),
    /** The access token it was called with; null where nobody called. */
    subject_token: optional(text),
    /** The directory's word about the user; null where she gave a token herself. */
    assertion: optional(text),
    /** Its own access token for the drive, once it has one. */
    access_token: optional(text),
    scope: optional(text),
    access_expires_at: optional(integer),
    /** How many photos it fetched; null before. */
    photos: optional(integer),
    issued_at: integer,
    expires_at: integer,
  },
} as const

export type ClientTables = typeof CLIENT_TABLES
export type ClientSession = Row<ClientTables['sessions']>
export type ClientLogin = Row<ClientTables['logins']>
export type ClientSignIn = Row<ClientTables['sign_ins']>
export type ClientDevice = Row<ClientTables['devices']>
export type ClientTokens = Row<ClientTables['tokens']>
export type ClientMembership = Row<ClientTables['memberships']>
export type PrintOrder = Row<ClientTables['print_orders']>
