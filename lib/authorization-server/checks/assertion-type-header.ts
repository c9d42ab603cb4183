import { type Check, passed, refused } from '@/lib/oauth/check'
import type { ClientAssertion } from '../client-authentication/client-assertion'
import { wrongCredentials } from '../client-authentication/failure'
import type { AuthorizationServerPolicy } from '../policy'

const TYPES: readonly unknown[] = [undefined, 'JWT', 'client-authentication+jwt']

/** A JWT made for another purpose with the same key must not become a key to this door. */
export const assertionTypeHeader: Check<ClientAssertion, AuthorizationServerPolicy> = {
  id: 'assertion-type-header',
  rule: 'The JWT was not made for another purpose: typ names none.',
  cites: ['rfc8725-3.11'],
  reads: ['typ', 'crit'],
  off: (policy) => !policy.strictAssertions,
  test({ header: { typ, crit } }) {
    const saw = `typ ${JSON.stringify(typ ?? null)}, crit ${JSON.stringify(crit ?? null)}`
    if (TYPES.includes(typ) && crit === undefined) return passed(saw)
    return refused(
      wrongCredentials('typ may be left out, JWT or client-authentication+jwt, and no extension may be critical.'),
      saw,
    )
  },
}
