import { type Check, passed, refused } from '@/lib/oauth/check'
import { notBelieved } from '../id-token/refusal'
import type { IdTokenUnderTest } from '../id-token/under-test'
import type { ClientPolicy } from '../policy'

/** What the application registered to be signed with. */
const REGISTERED = 'ES256'

/** The algorithm is agreed on beforehand. Whoever takes the token's word for it takes `none`, too. */
export const idTokenAlgorithm: Check<IdTokenUnderTest, ClientPolicy> = {
  id: 'id-token.algorithm',
  rule: 'The ID token is signed with the algorithm that was agreed on.',
  cites: ['oidc-core-3.1.3.7', 'rfc8725-3.1'],
  reads: ['alg'],
  off: (policy) => !policy.checkIdToken,
  test: ({ header }) => {
    const saw = `alg ${JSON.stringify(header.alg ?? null)}, registered ${REGISTERED}`
    if (header.alg === REGISTERED) return passed(saw)
    return refused(notBelieved('The ID token is signed in a way nobody agreed on.', ['oidc-core-3.1.3.7']), saw)
  },
}
