import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

export const grantTypeSent: PromptCheck<{ grantType: string | null }, AuthorizationServerPolicy> = {
  id: 'grant-type-sent',
  rule: 'The request says what it offers for a token: grant_type.',
  cites: ['rfc6749-4.1.3', 'rfc6749-5.2'],
  reads: ['grant_type'],
  test({ grantType }) {
    if (grantType !== null) return passed(`grant_type = ${grantType}`)
    return refused(
      new OAuthError({ code: 'invalid_request', description: 'grant_type is missing.', cites: this.cites }),
      'no grant_type',
    )
  },
}
