import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { ClientPolicy } from '../policy'

/** A client of two servers could otherwise be made to hand the code of the honest one to the other. */
export const issuerAsAsked: Check<{ iss: string | null; issuer: string }, ClientPolicy> = {
  id: 'callback.issuer',
  rule: 'The answer comes from the authorization server that was asked.',
  cites: ['rfc9207-2.4', 'rfc9700-4.4.2'],
  reads: ['iss'],
  off: (policy) => !policy.checkIssuer,
  test: ({ iss, issuer }) => {
    const saw = `iss ${JSON.stringify(iss)}, asked ${issuer}`
    if (iss === issuer) return passed(saw)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'This answer does not come from the server that was asked.',
        cites: ['rfc9207-2.4'],
        hint: 'The iss parameter must be there and equal the issuer exactly. The code is not sent anywhere.',
      }),
      saw,
    )
  },
}
