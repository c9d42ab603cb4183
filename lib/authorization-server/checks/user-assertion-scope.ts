import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { intersectScope, isWellFormedScope, scopeIncludes } from '@/lib/oauth/scope'
import type { AuthorizationServerPolicy } from '../policy'

type Input = { requested: string | null; issuer: string; client: string }

/** Nobody was asked, so what an assertion can open was agreed on beforehand. */
export const userAssertionScope: Check<Input, AuthorizationServerPolicy> = {
  id: 'user-assertion-scope',
  rule: 'The scope asked for lies within what was agreed on for the issuer and the client.',
  cites: ['rfc7521-4.1', 'rfc6749-3.3'],
  reads: ['scope', 'trusted_issuers.scope', 'clients.scope'],
  off: (policy) => !policy.capScope,
  test({ requested, issuer, client }) {
    const most = intersectScope(issuer, client)
    const saw = `asked for ${requested ?? 'nothing in particular'}; agreed on ${most || 'nothing'}`
    const fits = requested === null ? most !== '' : isWellFormedScope(requested) && scopeIncludes(most, requested)
    if (fits) return passed(saw)
    return refused(
      new OAuthError({
        code: 'invalid_scope',
        description: 'More scope was asked for than an assertion of this issuer can give.',
        cites: this.cites,
      }),
      saw,
    )
  },
}
