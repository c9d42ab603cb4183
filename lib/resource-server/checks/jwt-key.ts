import { type Check, passed, refused } from '@/lib/oauth/check'
import { hasKeyFor } from '../key-set'
import type { ResourceServerPolicy } from '../policy'
import { invalidToken } from './invalid-token'
import { type JwtUnderTest, keySelector } from './jwt-under-test'

/** `kid` is a label to look up in the server's key set: never a path, a URL or a key (RFC 8725, section 3.10). */
export const jwtKey: Check<JwtUnderTest, ResourceServerPolicy> = {
  id: 'jwt.key',
  rule: 'The key that signed the JWT is one the authorization server publishes.',
  cites: ['rfc9068-4', 'rfc8725-3.10', 'rfc7517-5'],
  reads: ['kid', 'jwk', 'jku', 'x5u'],
  off: (policy) => !policy.strictJwt,
  test: async ({ header, keySet }) => {
    const keys = await keySet()
    const ignored = ['jwk', 'jku', 'x5u', 'x5c'].filter((name) => name in header)
    const note = ignored.length > 0 ? `; ${ignored.join(', ')} in the token ignored` : ''
    const published = keys.keys.map((key) => key.kid).join(', ')
    const saw = `kid ${JSON.stringify(header.kid ?? null)}, published ${published}${note}`
    if (await hasKeyFor(keySelector(header), keys)) return passed(saw)
    return refused(
      invalidToken(
        'The access token is signed with a key the authorization server does not publish.',
        ['rfc9068-4'],
        'Keys come from the server the drive was set up with. A key or an address inside the token is worth nothing.',
      ),
      saw,
    )
  },
}
