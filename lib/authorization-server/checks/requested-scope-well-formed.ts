import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { isWellFormedScope } from '@/lib/oauth/scope'
import type { AuthorizationServerPolicy } from '../policy'

export const requestedScopeWellFormed: PromptCheck<{ scope: string | null }, AuthorizationServerPolicy> = {
  id: 'requested-scope-well-formed',
  rule: 'scope is a list of tokens with one space between them.',
  cites: ['rfc6749-3.3', 'rfc6749-4.1.2.1'],
  reads: ['scope'],
  test({ scope }) {
    if (scope === null) return passed('not sent')
    if (isWellFormedScope(scope)) return passed(`“${scope}”`)
    return refused(
      new OAuthError({ code: 'invalid_scope', description: 'scope is malformed.', cites: this.cites }),
      'a character or a space that no scope may have',
    )
  },
}
