import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import type { User } from '../tables'
import { invalidExchange } from '../tokens/invalid-exchange'

export const subjectTokenOfUser: Check<{ userId: string | null; user: User | null }, AuthorizationServerPolicy> = {
  id: 'subject-token-of-user',
  rule: 'The subject token speaks for a user whose account works.',
  cites: ['rfc8693-1.1', 'rfc8693-2.1'],
  reads: ['access_tokens.user_id', 'users.disabled_at'],
  test({ userId, user }) {
    if (user && user.disabled_at === null) return passed(`${user.username}, disabled_at = null`)
    return refused(
      invalidExchange('The subject token speaks for no user who can sign in.', this.cites),
      userId === null ? 'a client’s own token: nobody to act for' : `${userId} is disabled or gone`,
    )
  },
}
