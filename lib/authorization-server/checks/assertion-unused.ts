import { type Check, passed, refused } from '@/lib/oauth/check'
import type { ClientAssertion } from '../client-authentication/client-assertion'
import { wrongCredentials } from '../client-authentication/failure'
import type { AuthorizationServerPolicy } from '../policy'

type Input = ClientAssertion & {
  /** Notes this use, atomically, and answers how many there have been. */
  use(jti: string): Promise<number>
}

/** Whoever copies an assertion from the wire gets something that has been used. */
export const assertionUnused: Check<Input, AuthorizationServerPolicy> = {
  id: 'assertion-unused',
  rule: 'The assertion has an id, and is used for the first time.',
  cites: ['rfc7523-3', 'rfc7521-5.2'],
  reads: ['jti', 'client_assertions.uses'],
  off: (policy) => !policy.strictAssertions,
  async test({ claims: { jti }, use }) {
    if (typeof jti !== 'string' || jti === '') {
      return refused(wrongCredentials('Without jti nobody can tell one assertion from the next.'), 'no jti')
    }
    const uses = await use(jti)
    if (uses === 1) return passed('seen for the first time, and noted until it expires')
    return refused(wrongCredentials('The same assertion was used before: make a new one.'), `use number ${uses}`)
  },
}
