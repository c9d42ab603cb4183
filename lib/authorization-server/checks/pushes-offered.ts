import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

export const pushesOffered: Check<null, AuthorizationServerPolicy> = {
  id: 'pushes-offered',
  rule: 'This server takes pushed authorization requests.',
  cites: ['rfc9126-2', 'rfc9126-5'],
  reads: [],
  test(_, { pushedRequests }) {
    if (pushedRequests !== 'off') return passed(`pushed requests are ${pushedRequests}`)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'This server does not take pushed authorization requests.',
        cites: this.cites,
        status: 404,
      }),
      'the policy does not offer them',
    )
  },
}
