import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidGrant } from '../tokens/invalid-grant'
import type { UserAssertion } from '../tokens/user-assertion'

/** Anybody can make a key and sign that they are Alice. What counts is whose word was agreed to be taken. */
export const userAssertionIssuerTrusted: Check<UserAssertion, AuthorizationServerPolicy> = {
  id: 'user-assertion-issuer-trusted',
  rule: 'The issuer of the assertion is one this server was told to trust.',
  cites: ['rfc7523-3', 'rfc8725-3.8'],
  reads: ['iss', 'trusted_issuers.key'],
  off: (policy) => policy.assertionChecks === 'lax',
  test({ issuer, jwt: { payload } }) {
    if (issuer) return passed(`${issuer.name}, ${issuer.key}`)
    return refused(
      invalidGrant('This server does not take the word of that issuer.', this.cites),
      `${String(payload.iss)} is not among the trusted issuers`,
    )
  },
}
