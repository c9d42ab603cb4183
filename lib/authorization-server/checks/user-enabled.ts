import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import type { User } from '../tables'
import { invalidGrant } from '../tokens/invalid-grant'

export const userEnabled: Check<{ user: User | null }, AuthorizationServerPolicy> = {
  id: 'user-enabled',
  rule: 'The user who agreed still has an account that works.',
  cites: ['rfc6749-5.2'],
  reads: ['users.disabled_at'],
  test({ user }) {
    if (user && user.disabled_at === null) return passed(`${user.username}, disabled_at = null`)
    return refused(
      invalidGrant('The user who agreed cannot sign in any more.', this.cites),
      user ? `${user.username} is disabled` : 'the user is gone',
    )
  },
}
