import { type Check, passed, refused } from '@/lib/oauth/check'
import { notBelieved } from '../id-token/refusal'
import type { IdTokenUnderTest } from '../id-token/under-test'
import type { ClientPolicy } from '../policy'

const SAME = ['iss', 'sub', 'aud', 'azp', 'auth_time'] as const

/** A refresh renews access. It never signs in somebody else. */
export const idTokenSameLogin: Check<IdTokenUnderTest & { before: IdTokenUnderTest['claims'] }, ClientPolicy> = {
  id: 'id-token.same-login',
  rule: 'A refreshed ID token is about the same login: same iss, sub, aud and auth_time, and no other nonce.',
  cites: ['oidc-core-12.2'],
  reads: [...SAME, 'nonce'],
  off: (policy) => !policy.checkIdToken,
  test: ({ claims, before }) => {
    const other = SAME.filter((name) => JSON.stringify(claims[name]) !== JSON.stringify(before[name]))
    const nonceDiffers = claims.nonce !== undefined && claims.nonce !== before.nonce
    const differing = [...other, ...(nonceDiffers ? ['nonce'] : [])]
    if (differing.length === 0) return passed(`sub ${JSON.stringify(claims.sub)}, as at login`)
    return refused(
      notBelieved('The refreshed ID token is about another login.', ['oidc-core-12.2']),
      `differs: ${differing.join(', ')}`,
    )
  },
}
