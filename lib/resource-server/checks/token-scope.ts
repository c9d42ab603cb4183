import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { scopeIncludes } from '@/lib/oauth/scope'
import type { ResourceServerPolicy } from '../policy'

/** What the user agreed to is decided again for each request, by what the request is about to do. */
export const tokenScope: Check<{ claims: Record<string, unknown>; wanted: string }, ResourceServerPolicy> = {
  id: 'token.scope',
  rule: 'The scope of the token covers this operation.',
  cites: ['rfc6750-3.1', 'rfc9700-2.3', 'rfc6749-7'],
  reads: ['scope'],
  off: (policy) => !policy.verifyScope,
  test: ({ claims: { scope }, wanted }) => {
    const granted = typeof scope === 'string' ? scope : ''
    const saw = `scope ${JSON.stringify(granted)}, needed "${wanted}"`
    if (scopeIncludes(granted, wanted)) return passed(saw)
    return refused(
      new OAuthError({
        code: 'insufficient_scope',
        description: `This operation needs the scope ${wanted}.`,
        cites: ['rfc6750-3.1'],
        status: 403,
        hint: 'The client has to ask the user for more; a new token of the same grant would not help.',
      }),
      saw,
    )
  },
}
