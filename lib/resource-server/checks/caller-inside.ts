import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { Party } from '@/lib/oauth/parties'
import type { ResourceServerPolicy } from '../policy'

/** As many inner addresses are guarded: by where the caller stands, and by nothing else. */
export const callerInside: Check<{ caller: Party | null }, ResourceServerPolicy> = {
  id: 'caller-inside',
  rule: 'The caller stands inside the provider’s network.',
  cites: ['rfc7591-5'],
  reads: ['sender'],
  test({ caller }) {
    if (caller === 'authorization-server') return passed('the call comes from the authorization server')
    return refused(
      new OAuthError({
        code: 'access_denied',
        description: 'This address is for calls from inside only.',
        cites: this.cites,
        status: 403,
      }),
      'the call comes from outside',
    )
  },
}
