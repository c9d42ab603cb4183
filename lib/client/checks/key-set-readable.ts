import type { JSONWebKeySet } from 'jose'
import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { ClientPolicy } from '../policy'

export const keySetReadable: Check<{ keySet: JSONWebKeySet | null; status: number }, ClientPolicy> = {
  id: 'key-set.readable',
  rule: 'The answer is a set of public keys.',
  cites: ['rfc7517-5'],
  reads: ['keys'],
  test: ({ keySet, status }) => {
    if (keySet) return passed(`${keySet.keys.length} keys: ${keySet.keys.map(({ kid }) => kid).join(', ')}`)
    return refused(
      new OAuthError({
        code: 'server_error',
        description: 'The keys of the authorization server could not be read.',
        cites: ['rfc7517-5'],
        status: 502,
        hint: 'Without keys no signature can be verified, so nobody is signed in.',
      }),
      `Status ${status}, no key set`,
    )
  },
}
