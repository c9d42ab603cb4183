import { integer, optional, type Row, text } from '@/lib/storage/port'

/**
 * What the client applications keep on their server. Tokens are kept with the user they belong to and the time
 * they expire; they stand here in full, because the application has to present them. Times: milliseconds.
 */
export const CLIENT_TABLES = {
  /** One browser's session at the application. Key: hash of the session cookie. */
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
  /** What the API answered last, ready to be shown. Key: the session's key. */
  results: {
    status: integer,
    body: text,
    issued_at: integer,
    expires_at: integer,
  },
} as const

export type ClientTables = typeof CLIENT_TABLES
export type ClientSession = Row<ClientTables['sessions']>
export type ClientLogin = Row<ClientTables['logins']>
export type ClientTokens = Row<ClientTables['tokens']>
