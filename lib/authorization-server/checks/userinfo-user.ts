import { type Check, passed, refused } from '@/lib/oauth/check'
import type { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import type { User } from '../tables'
import { inactive } from '../tokens/invalid-token'

export const userinfoUser: Check<{ user: User | null }, AuthorizationServerPolicy> = {
  id: 'userinfo-user',
  rule: 'The token stands for a user, whose account works.',
  cites: ['oidc-core-5.3', 'oidc-core-5.3.3'],
  reads: ['access_tokens.user_id', 'users.disabled_at'],
  test({ user }) {
    if (user && user.disabled_at === null) return passed(`${user.username}, disabled_at = null`)
    return refused(noUser(), user ? `${user.username} is disabled` : 'the token stands for no user')
  },
}

export function noUser(): OAuthError {
  return inactive('There is no user to tell about.', ['oidc-core-5.3.3'])
}
