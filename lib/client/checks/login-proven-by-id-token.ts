import { type Check, passed, refused } from '@/lib/oauth/check'
import { notBelieved } from '../id-token/refusal'
import type { ClientPolicy } from '../policy'

/**
 * An access token says that its holder may do something for a user, and every application of that user's holds one.
 * It says neither that the user is here nor for which application it was made.
 */
export const loginProvenByIdToken: Check<{ proof: 'id_token' | 'access_token' }, ClientPolicy> = {
  id: 'login.proof',
  rule: 'Who signs in proves it with an ID token made for this application, never with an access token.',
  cites: ['rfc9700-4.6', 'rfc6749-10.16', 'oidc-core-16.11'],
  reads: ['id_token', 'access_token'],
  off: (policy) => policy.accessTokenLogin,
  test({ proof }) {
    if (proof === 'id_token') return passed('an ID token, which is judged next')
    const hint = 'Whoever runs another application of this user has such a token, too.'
    return refused(notBelieved('An access token is no proof of who is there.', this.cites, hint), 'an access token')
  },
}
