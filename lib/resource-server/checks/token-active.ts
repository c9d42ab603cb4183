import { type Check, passed, refused } from '@/lib/oauth/check'
import type { ResourceServerPolicy } from '../policy'
import { invalidToken } from './invalid-token'

/** The authorization server alone knows what an opaque token is, and whether it was revoked a second ago. */
export const tokenActive: Check<{ claims: Record<string, unknown> }, ResourceServerPolicy> = {
  id: 'introspection.active',
  rule: 'The authorization server says the token is active.',
  cites: ['rfc7662-2.2', 'rfc6750-3.1'],
  reads: ['active'],
  test: ({ claims }) => {
    const saw = `active: ${JSON.stringify(claims.active)}`
    if (claims.active === true) return passed(saw)
    return refused(
      invalidToken(
        'The access token is unknown, expired or revoked.',
        ['rfc6750-3.1'],
        'An inactive token says nothing more about itself, so that nobody learns from guessing.',
      ),
      saw,
    )
  },
}
