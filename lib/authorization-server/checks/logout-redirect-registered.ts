import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'

/** Else a link to this server would lead on to any site its author likes. */
export const logoutRedirectRegistered: Check<
  { redirectUri: string; client: Client | null },
  AuthorizationServerPolicy
> = {
  id: 'logout-redirect-registered',
  rule: 'post_logout_redirect_uri equals one that the client registered.',
  cites: ['rp-logout-3', 'rfc3986-6.2.1'],
  reads: ['post_logout_redirect_uri', 'clients.post_logout_redirect_uris'],
  test({ redirectUri, client }) {
    if (client?.post_logout_redirect_uris.includes(redirectUri)) return passed(`“${redirectUri}” is registered`)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'This address is not registered for going back to after signing out.',
        cites: this.cites,
      }),
      client
        ? `“${redirectUri}” is none of ${client.post_logout_redirect_uris.length} registered`
        : 'no client is named',
    )
  },
}
