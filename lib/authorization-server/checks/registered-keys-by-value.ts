import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/** A server that fetches what strangers name can be sent into its own network, where nobody from outside can go (SSRF). */
export const registeredKeysByValue: Check<{ jwksUri: string | null }, AuthorizationServerPolicy> = {
  id: 'registered-keys-by-value',
  rule: 'Keys come with the metadata: a client that registers itself cannot make the server fetch them.',
  cites: ['rfc7591-5', 'rfc7591-2'],
  reads: ['jwks_uri'],
  off: (policy) => policy.fetchClientUris,
  test({ jwksUri }) {
    if (jwksUri === null) return passed('no jwks_uri')
    return refused(
      new OAuthError({
        code: 'invalid_client_metadata',
        description: 'jwks_uri cannot be registered here.',
        cites: this.cites,
        hint: 'Register keys by value in jwks.',
      }),
      `jwks_uri ${jwksUri}`,
    )
  },
}
