import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

type Input = { requested: string | null; consented: string; scope: string }

/** The token request cannot widen what the user agreed to: scope counts there only where it asks for less. */
export const tokenScopeConsented: Check<Input, AuthorizationServerPolicy> = {
  id: 'token-scope-consented',
  rule: 'The token allows no more than the user agreed to.',
  cites: ['rfc6749-3.3', 'rfc6749-4.1.3'],
  reads: ['scope', 'authorization_codes.scope'],
  off: (policy) => !policy.capScope,
  test({ requested, consented, scope }) {
    if (requested === null) return passed(`scope not sent: ${consented}, as agreed to`)
    const saw = `asked for ${requested}, agreed to ${consented}: ${scope || 'nothing left'}`
    if (scope !== '') return passed(saw)
    return refused(
      new OAuthError({
        code: 'invalid_scope',
        description: 'Nothing of the scope asked for was agreed to.',
        cites: this.cites,
      }),
      saw,
    )
  },
}
