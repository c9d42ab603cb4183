import { type Check, passed, refused } from '@/lib/oauth/check'
import { notBelieved } from '../id-token/refusal'
import type { ClientPolicy } from '../policy'

export const idTokenSent: Check<{ idToken: string | null }, ClientPolicy> = {
  id: 'id-token.sent',
  rule: 'A login was asked for, so an ID token comes with the access token.',
  cites: ['oidc-core-3.1.3.3'],
  reads: ['id_token'],
  off: (policy) => !policy.checkIdToken,
  test: ({ idToken }) => {
    if (idToken !== null) return passed(`An ID token of ${idToken.length} characters.`)
    return refused(
      notBelieved(
        'Nobody said who signed in.',
        ['oidc-core-3.1.3.3'],
        'An ID token is issued only for the scope openid. Perhaps it was not granted.',
      ),
      'No id_token in the response.',
    )
  },
}
