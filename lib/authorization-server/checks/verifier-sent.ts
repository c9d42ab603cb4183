import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidGrant } from '../tokens/invalid-grant'

export const verifierSent: Check<{ verifier: string | null }, AuthorizationServerPolicy> = {
  id: 'verifier-sent',
  rule: 'A code that was asked for with a code_challenge comes with a code_verifier.',
  cites: ['rfc7636-4.5', 'rfc7636-4.6', 'rfc9700-2.1.1'],
  reads: ['code_verifier', 'authorization_codes.code_challenge'],
  test({ verifier }) {
    if (verifier !== null) return passed(`${verifier.length} characters`)
    return refused(
      invalidGrant(
        'code_verifier is missing: the authorization request had a code_challenge.',
        this.cites,
        'Whoever stole the code on its way does not have the verifier: it never left the client.',
      ),
      'no code_verifier',
    )
  },
}
