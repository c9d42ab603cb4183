import type { Check } from '@/lib/oauth/check'
import type { Origins } from '@/lib/oauth/environment'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../../policy'
import type { ClientMetadata } from '../metadata'

export interface RegistrationInput {
  /** The request's members as sent. */
  requested: Readonly<Record<string, unknown>>
  metadata: ClientMetadata
  origins: Origins
  trusted: boolean
}

export type RegistrationCheck = Check<RegistrationInput, AuthorizationServerPolicy>

export function invalidRedirectUri(description: string, hint: string): OAuthError {
  return new OAuthError({ code: 'invalid_redirect_uri', description, hint, cites: ['rfc7591-3.2.2'] })
}

export function invalidMetadata(description: string, hint: string): OAuthError {
  return new OAuthError({ code: 'invalid_client_metadata', description, hint, cites: ['rfc7591-3.2.2'] })
}

/** `http://127.0.0.1`, `http://[::1]` and `http://localhost`: this very machine (RFC 8252, section 7.3). */
export function isLoopback(uri: string): boolean {
  const { protocol, hostname } = new URL(uri)
  return protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)
}

/** Whether a URI lies on the origin of one of the lab's own parties. */
export function isOnOwnOrigin(uri: string, origins: Origins): boolean {
  return Object.values(origins).some((base) => new URL(base).origin === new URL(uri).origin)
}
