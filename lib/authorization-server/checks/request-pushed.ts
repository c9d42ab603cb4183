import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import type { Client } from '../tables'

/** What comes by way of the browser can be read and changed there; a pushed request cannot. */
export const requestPushed: Check<{ pushed: boolean; client: Client }, AuthorizationServerPolicy> = {
  id: 'request-pushed',
  rule: 'The request was pushed, where that is required.',
  cites: ['rfc9126-4', 'rfc9126-5', 'rfc9126-6'],
  reads: ['request_uri', 'clients.require_pushed_authorization_requests'],
  test({ pushed, client }, { pushedRequests }) {
    if (pushed) return passed('by its own client, who authenticated')
    const wanted =
      pushedRequests === 'required'
        ? 'policy'
        : pushedRequests === 'optional' && client.require_pushed_authorization_requests && 'registration'
    if (!wanted) return passed('its parameters came through the browser, and may')
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'Push the authorization request to /par and send its request_uri.',
        cites: this.cites,
        hint: `The ${wanted} allows pushed requests only.`,
      }),
      `its parameters came through the browser, and the ${wanted} forbids it`,
    )
  },
}
