import { type Check, passed, refused } from '@/lib/oauth/check'
import { expiry } from '@/lib/oauth/duration'
import type { AuthorizationServerPolicy } from '../policy'
import type { AuthorizationCode } from '../tables'
import { invalidGrant } from '../tokens/invalid-grant'

/** A code travels through the browser: the less time it is good for, the less a thief can do. */
export const codeUnexpired: Check<{ code: AuthorizationCode; now: number }, AuthorizationServerPolicy> = {
  id: 'code-unexpired',
  rule: 'The code has not expired.',
  cites: ['rfc6749-4.1.2'],
  reads: ['authorization_codes.expires_at'],
  test({ code, now }) {
    const saw = expiry(code.expires_at, now)
    if (code.expires_at > now) return passed(saw)
    return refused(invalidGrant('The code has expired.', this.cites), saw)
  },
}
