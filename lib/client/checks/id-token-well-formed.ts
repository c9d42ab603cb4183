import { type Check, passed, refused } from '@/lib/oauth/check'
import { decodeJwt } from '@/lib/oauth/jwt'
import { notBelieved } from '../id-token/refusal'
import type { ClientPolicy } from '../policy'

/** An opaque access token fails here already: it says nothing to anybody but the server that made it. */
export const idTokenWellFormed: Check<{ token: string }, ClientPolicy> = {
  id: 'id-token.well-formed',
  rule: 'An ID token is a signed JWT.',
  cites: ['oidc-core-2'],
  reads: ['id_token'],
  off: (policy) => !policy.checkIdToken,
  test: ({ token }) => {
    const decoded = decodeJwt(token)
    if (decoded) return passed('Header, claims and signature can be read.')
    return refused(
      notBelieved(
        'This is no ID token.',
        ['oidc-core-2'],
        'It does not consist of a readable header, claims and a signature.',
      ),
      `${token.length} characters that are no JWT`,
    )
  },
}
