import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import type { TrustedIssuer, User } from '../tables'
import { invalidGrant } from '../tokens/invalid-grant'

type Input = { subject: string; user: User | null; issuer: TrustedIssuer | null }

/** Trust is for somebody's word about somebody: one company's directory cannot speak for another's people. */
export const userAssertionSubject: Check<Input, AuthorizationServerPolicy> = {
  id: 'user-assertion-subject',
  rule: 'The user exists, and is one the issuer may speak for.',
  cites: ['rfc7523-3', 'rfc8725-3.8'],
  reads: ['sub', 'users.disabled_at', 'trusted_issuers.users'],
  test({ subject, user, issuer }, { assertionChecks }) {
    const active = user !== null && user.disabled_at === null
    const spokenFor = assertionChecks === 'lax' || (issuer?.users.includes(subject) ?? false)
    const saw = `sub ${subject}; ${issuer?.name ?? 'this issuer'} may speak for ${issuer?.users.join(', ') || 'nobody'}`
    if (active && spokenFor) return passed(saw)
    return refused(
      invalidGrant('The assertion is about nobody its issuer may speak for.', this.cites),
      active ? saw : `${subject} has no account that works here`,
    )
  },
}
