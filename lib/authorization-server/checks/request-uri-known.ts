import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidRequestUri } from '../pushed-requests/invalid-request-uri'
import type { PushedRequest } from '../tables'

export const requestUriKnown: Check<{ pushed: PushedRequest | null }, AuthorizationServerPolicy> = {
  id: 'request-uri-known',
  rule: 'request_uri stands for a request that was pushed here.',
  cites: ['rfc9126-4', 'rfc9126-7.1'],
  reads: ['request_uri', 'pushed_requests'],
  test({ pushed }) {
    if (pushed) return passed('its hash is in pushed_requests')
    return refused(
      invalidRequestUri('No request was pushed under this request_uri.', this.cites),
      'no row has its hash',
    )
  },
}
