import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { ClientPolicy } from '../policy'

export interface JudgedPush {
  requestUri: string | null
  /** What is wrong with the response; null when nothing is. */
  flaw: string | null
}

export const pushResponseValid: Check<JudgedPush, ClientPolicy> = {
  id: 'push-response.valid',
  rule: 'The answer to the push is 201 with a request_uri and its lifetime.',
  cites: ['rfc9126-2.2'],
  reads: ['request_uri', 'expires_in'],
  test({ requestUri, flaw }) {
    if (requestUri !== null && flaw === null) return passed('status 201, request_uri and expires_in')
    return refused(
      new OAuthError({
        code: 'server_error',
        description: 'The answer to the pushed request cannot be used.',
        cites: this.cites,
        status: 502,
      }),
      flaw ?? 'no request_uri',
    )
  },
}
