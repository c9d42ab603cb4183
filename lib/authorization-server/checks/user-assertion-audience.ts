import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidGrant } from '../tokens/invalid-grant'
import type { UserAssertion } from '../tokens/user-assertion'

/** An assertion made for another server, handed on by it, would otherwise open this one. */
export const userAssertionAudience: Check<UserAssertion, AuthorizationServerPolicy> = {
  id: 'user-assertion-audience',
  rule: 'The assertion was made for this server.',
  cites: ['rfc7523-3', 'rfc8725-3.9'],
  reads: ['aud'],
  off: (policy) => policy.assertionChecks === 'lax',
  test({ jwt: { payload }, audiences }) {
    const { aud } = payload
    const named: unknown[] = Array.isArray(aud) ? aud : [aud]
    const saw = `aud ${JSON.stringify(aud)}; this server is ${audiences.join(' or ')}`
    if (named.some((one) => typeof one === 'string' && audiences.includes(one))) return passed(saw)
    return refused(invalidGrant('The assertion was made for another server.', this.cites), saw)
  },
}
