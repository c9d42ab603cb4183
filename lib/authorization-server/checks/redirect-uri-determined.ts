import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/** redirect_uri may be left out only where nothing is ambiguous: exactly one is registered. */
export const redirectUriDetermined: Check<
  { sent: string | null; registered: readonly string[] },
  AuthorizationServerPolicy
> = {
  id: 'redirect-uri-determined',
  rule: 'redirect_uri is sent, or exactly one is registered.',
  cites: ['rfc6749-3.1.2.3', 'rfc6749-4.1.2.1'],
  reads: ['redirect_uri', 'clients.redirect_uris'],
  test({ sent, registered }) {
    if (sent !== null) return passed('redirect_uri was sent')
    if (registered.length === 1) return passed('not sent; the one registered URI is taken')
    return refused(noRedirectUri(), `not sent, and ${registered.length} are registered`)
  },
}

export function noRedirectUri(): OAuthError {
  return new OAuthError({
    code: 'invalid_request',
    description: 'The request does not say where to return: redirect_uri is missing.',
    cites: ['rfc6749-3.1.2.3'],
  })
}
