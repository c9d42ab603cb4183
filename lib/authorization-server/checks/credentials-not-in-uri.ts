import { type PromptCheck, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { type Parameters, parameter } from '@/lib/oauth/form'
import type { AuthorizationServerPolicy } from '../policy'

const CREDENTIALS = ['client_id', 'client_secret', 'client_assertion'] as const

/** URLs end up in logs, histories and Referer headers. */
export const credentialsNotInUri: PromptCheck<Parameters, AuthorizationServerPolicy> = {
  id: 'credentials-not-in-uri',
  rule: 'Client credentials are never in the URL.',
  cites: ['rfc6749-2.3.1', 'oauth21-2.4.1'],
  reads: CREDENTIALS,
  test(query) {
    const sent = CREDENTIALS.filter((name) => parameter(query, name) !== null)
    if (sent.length === 0) return passed('no credentials in the URL')
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: `Send ${sent.join(' and ')} in the body or in the Authorization header, not in the URL.`,
        cites: this.cites,
        hint: 'A URL is written down in places that nobody thinks of as secret.',
      }),
      `${sent.join(' and ')} in the URL`,
    )
  },
}
