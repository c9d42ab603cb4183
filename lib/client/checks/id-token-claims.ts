import { type Check, passed, refused } from '@/lib/oauth/check'
import { notBelieved } from '../id-token/refusal'
import type { IdTokenUnderTest } from '../id-token/under-test'
import type { ClientPolicy } from '../policy'

const TEXTS = ['iss', 'sub'] as const
const NUMBERS = ['exp', 'iat'] as const

export const idTokenClaims: Check<IdTokenUnderTest, ClientPolicy> = {
  id: 'id-token.claims',
  rule: 'iss, sub, aud, exp and iat are there, and sub is no longer than 255 characters.',
  cites: ['oidc-core-2'],
  reads: ['iss', 'sub', 'aud', 'exp', 'iat'],
  off: (policy) => !policy.checkIdToken,
  test: ({ claims }) => {
    const missing = [
      ...TEXTS.filter((name) => typeof claims[name] !== 'string' || claims[name] === ''),
      ...NUMBERS.filter((name) => typeof claims[name] !== 'number'),
      ...('aud' in claims ? [] : ['aud']),
    ]
    const long = typeof claims.sub === 'string' && claims.sub.length > 255
    if (missing.length === 0 && !long) return passed(Object.keys(claims).join(', '))
    return refused(
      notBelieved('The ID token does not say what an ID token has to say.', ['oidc-core-2']),
      long ? 'sub is longer than 255 characters' : `missing: ${missing.join(', ')}`,
    )
  },
}
