import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidGrant } from '../tokens/invalid-grant'
import type { UserAssertion } from '../tokens/user-assertion'

export const userAssertionClaims: Check<UserAssertion, AuthorizationServerPolicy> = {
  id: 'user-assertion-claims',
  rule: 'The assertion says who speaks (iss), about whom (sub), to whom (aud) and until when (exp).',
  cites: ['rfc7523-3', 'rfc7523-3.1'],
  reads: ['iss', 'sub', 'aud', 'exp'],
  test({ jwt: { payload } }) {
    const { iss, sub, aud, exp } = payload
    const named = Array.isArray(aud) ? aud.length > 0 && aud.every(isName) : isName(aud)
    const good = {
      iss: isName(iss),
      sub: isName(sub),
      aud: named,
      exp: typeof exp === 'number' && Number.isFinite(exp),
    }
    const flaws = Object.entries(good).flatMap(([claim, fits]) => (fits ? [] : [claim]))
    if (flaws.length === 0) return passed('iss, sub, aud and exp are there')
    return refused(invalidGrant(`The assertion lacks ${flaws.join(', ')}.`, this.cites), `missing: ${flaws.join(', ')}`)
  },
}

const isName = (value: unknown): boolean => typeof value === 'string' && value !== ''
