import { type Check, passed, refused } from '@/lib/oauth/check'
import type { ResourceServerPolicy } from '../policy'
import { invalidToken } from './invalid-token'

/** Otherwise any other resource server that was ever shown this token could use it here. */
export const tokenAudience: Check<{ claims: Record<string, unknown>; resource: string }, ResourceServerPolicy> = {
  id: 'token.audience',
  rule: 'The token was made for this resource.',
  cites: ['rfc9700-4.10.2', 'rfc9068-4', 'rfc9700-2.3'],
  reads: ['aud'],
  off: (policy) => !policy.verifyAudience,
  test: ({ claims: { aud }, resource }) => {
    const audience: unknown[] = Array.isArray(aud) ? aud : [aud]
    const saw = `aud ${JSON.stringify(aud ?? null)}, this resource ${resource}`
    if (audience.includes(resource)) return passed(saw)
    return refused(
      invalidToken(
        'The access token was made for another resource.',
        ['rfc9700-4.10.2'],
        'The aud claim must contain the identifier of the resource server that is asked.',
      ),
      saw,
    )
  },
}
