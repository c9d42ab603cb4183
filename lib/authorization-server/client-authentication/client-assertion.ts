import type { JWK } from 'jose'
import type { Client } from '../tables'

/** An assertion with which a client authenticates (RFC 7523, sections 2.2 and 3), as its checks see it. */
export interface ClientAssertion {
  /** `client_assertion` as sent. */
  value: string
  /** Nothing in header or claims is trusted before the signature was verified. */
  header: Readonly<Record<string, unknown>>
  claims: Readonly<Record<string, unknown>>
  /** The client it claims to come from. */
  client: Client
  issuer: string
  /** Milliseconds. */
  now: number
}

/** Seconds an assertion may be good for. */
export const ASSERTION_LIFETIME = 300

/** Seconds by which the client's clock may differ from the server's. */
export const CLOCK_SKEW = 10

/** The public keys a client registered; empty when it has none. */
export function registeredKeys({ jwks }: Pick<Client, 'jwks'>): JWK[] {
  const read: { keys: JWK[] } = JSON.parse(jwks ?? '{"keys":[]}')
  return read.keys
}
