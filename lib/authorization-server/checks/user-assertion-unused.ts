import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidGrant } from '../tokens/invalid-grant'

type Input = {
  /** Notes this use, atomically, and answers how many there have been. */
  use(): Promise<number>
}

/** Whoever copies an assertion from a log gets something that has been used. Asked last: a refusal uses nothing up. */
export const userAssertionUnused: Check<Input, AuthorizationServerPolicy> = {
  id: 'user-assertion-unused',
  rule: 'The assertion is used for the first time.',
  cites: ['rfc7523-3', 'rfc7521-8.2'],
  reads: ['jti', 'user_assertions.uses'],
  off: (policy) => policy.assertionChecks === 'lax',
  async test({ use }) {
    const uses = await use()
    if (uses === 1) return passed('seen for the first time, and noted until it expires')
    return refused(invalidGrant('The assertion was used before: get a new one.', this.cites), `use number ${uses}`)
  },
}
