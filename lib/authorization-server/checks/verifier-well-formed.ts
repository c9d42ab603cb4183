import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { CODE_VERIFIER_SYNTAX } from '@/lib/oauth/pkce'
import type { AuthorizationServerPolicy } from '../policy'

/** Short verifiers can be found by trying all of them. */
export const verifierWellFormed: Check<{ verifier: string }, AuthorizationServerPolicy> = {
  id: 'verifier-well-formed',
  rule: 'code_verifier is 43 to 128 of A-Z a-z 0-9 - . _ ~',
  cites: ['rfc7636-4.1'],
  reads: ['code_verifier'],
  test({ verifier }) {
    const saw = `${verifier.length} characters`
    if (CODE_VERIFIER_SYNTAX.test(verifier)) return passed(saw)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'code_verifier has to be 43 to 128 characters out of A-Z a-z 0-9 - . _ ~',
        cites: this.cites,
      }),
      /^[A-Za-z0-9\-._~]*$/.test(verifier) ? saw : `${saw}, one of them not allowed`,
    )
  },
}
