import { type Check, passed, refused } from '@/lib/oauth/check'
import { expiry } from '@/lib/oauth/duration'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidExchange } from '../tokens/invalid-exchange'
import type { FoundToken } from '../tokens/lookup'

/** An expired token exchanged for a fresh one would never end. */
export const subjectTokenUnexpired: Check<{ token: FoundToken; now: number }, AuthorizationServerPolicy> = {
  id: 'subject-token-unexpired',
  rule: 'The subject token has not expired.',
  cites: ['rfc8693-2.2.2'],
  reads: ['access_tokens.expires_at'],
  test({ token, now }) {
    const saw = expiry(token.row.expires_at, now)
    if (Math.floor(token.row.expires_at / 1000) > Math.floor(now / 1000)) return passed(saw)
    return refused(invalidExchange('The subject token has expired.', this.cites), saw)
  },
}
