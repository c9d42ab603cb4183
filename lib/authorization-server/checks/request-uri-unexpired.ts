import { type Check, passed, refused } from '@/lib/oauth/check'
import { duration } from '@/lib/oauth/duration'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidRequestUri } from '../pushed-requests/invalid-request-uri'
import type { PushedRequest } from '../tables'

export const requestUriUnexpired: Check<{ pushed: PushedRequest; now: number }, AuthorizationServerPolicy> = {
  id: 'request-uri-unexpired',
  rule: 'The pushed request has not expired.',
  cites: ['rfc9126-4', 'rfc9126-2.2'],
  reads: ['pushed_requests.expires_at'],
  test({ pushed: { expires_at }, now }) {
    if (now < expires_at) return passed(`expires in ${duration(expires_at - now)}`)
    return refused(
      invalidRequestUri('The pushed request has expired. Go back to the app and begin again.', this.cites),
      `expired ${duration(now - expires_at)} ago`,
    )
  },
}
