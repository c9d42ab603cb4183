import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { intersectScope, isWellFormedScope, scopeIncludes } from '@/lib/oauth/scope'
import type { AuthorizationServerPolicy } from '../policy'

type Input = { requested: string | null; subject: string; client: string }

/** What Alice allowed one application cannot grow on its way through another. */
export const exchangeScopeWithin: Check<Input, AuthorizationServerPolicy> = {
  id: 'exchange-scope-within',
  rule: 'The scope asked for lies within the subject token’s and the client’s.',
  cites: ['rfc8693-2.1.1', 'rfc8693-5', 'rfc9700-2.3'],
  reads: ['scope', 'access_tokens.scope', 'clients.scope'],
  off: (policy) => !policy.capScope,
  test({ requested, subject, client }) {
    const most = intersectScope(subject, client)
    const saw = `asked for ${requested ?? 'nothing in particular'}; the token allows ${subject}, the client ${client}`
    const fits = requested === null ? most !== '' : isWellFormedScope(requested) && scopeIncludes(most, requested)
    if (fits) return passed(saw)
    return refused(
      new OAuthError({
        code: 'invalid_scope',
        description: 'More scope was asked for than the subject token and the client allow.',
        cites: this.cites,
      }),
      saw,
    )
  },
}
