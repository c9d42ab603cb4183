import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidRequestUri } from '../pushed-requests/invalid-request-uri'
import type { PushedRequest } from '../tables'

type Input = {
  pushed: PushedRequest
  /** Every client_id that came with the reference. */
  clientIds: readonly string[]
}

/** A reference somebody saw on its way through a browser is of no use to another client. */
export const requestUriBoundToClient: Check<Input, AuthorizationServerPolicy> = {
  id: 'request-uri-bound-to-client',
  rule: 'client_id comes along and is the client that pushed the request.',
  cites: ['rfc9126-2.2', 'rfc9126-4', 'rfc9101-5'],
  reads: ['client_id', 'pushed_requests.client_id'],
  test({ pushed, clientIds }) {
    const sent = clientIds.length === 0 ? 'no client_id' : clientIds.join(', ')
    if (clientIds.length > 0 && clientIds.every((id) => id === pushed.client_id)) {
      return passed(`client_id = ${pushed.client_id}`)
    }
    return refused(
      invalidRequestUri('This request was pushed by another client than client_id names.', this.cites),
      `${sent} ≠ ${pushed.client_id}`,
    )
  },
}
