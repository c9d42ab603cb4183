import { type Check, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import type { User } from '../tables'
import { invalidGrant } from '../tokens/invalid-grant'
import { passwordCorrect } from './password-correct'

/** An unknown user, a disabled one and a wrong password get one answer, so that names cannot be fished for. */
export const ownerPasswordCorrect: Check<{ password: string; user: User | null }, AuthorizationServerPolicy> = {
  id: 'owner-password-correct',
  rule: 'The password is the one of this user.',
  cites: ['rfc6749-4.3.2', 'rfc6749-5.2', 'rfc6819-4.4.3.6'],
  reads: passwordCorrect.reads,
  async test(input, policy) {
    const finding = await passwordCorrect.test(input, policy)
    return finding.ok ? finding : refused(wrongCredentialsOfOwner(), finding.saw)
  },
}

export function wrongCredentialsOfOwner() {
  return invalidGrant('Username and password do not match.', ['rfc6749-5.2'])
}
