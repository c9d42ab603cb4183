import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidRequestUri } from '../pushed-requests/invalid-request-uri'

/** Whoever finds a reference in a history or a log finds it used. */
export const requestUriUnused: Check<{ use: () => Promise<boolean> }, AuthorizationServerPolicy> = {
  id: 'request-uri-unused',
  rule: 'The pushed request is used for the first time.',
  cites: ['rfc9126-4', 'rfc9126-7.3'],
  reads: ['pushed_requests.used_at'],
  off: (policy) => !policy.pushedRequestOnce,
  async test({ use }) {
    if (await use()) return passed('used_at = null, and is set from now on')
    return refused(
      invalidRequestUri('The pushed request was used before. Go back to the app and begin again.', this.cites),
      'used_at is set',
    )
  },
}
