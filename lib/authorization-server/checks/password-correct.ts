import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import { verifyPassword } from '../password'
import type { AuthorizationServerPolicy } from '../policy'
import type { User } from '../tables'

/** An unknown user costs the same time and gets the same sentence, so that names cannot be fished for. */
export const passwordCorrect: Check<{ password: string; user: User | null }, AuthorizationServerPolicy> = {
  id: 'password-correct',
  rule: 'The password is the one of this user.',
  cites: ['rfc6749-3.1', 'rfc6819-5.1.4.1.3'],
  reads: ['username', 'password', 'users.password_hash'],
  async test({ password, user }) {
    const correct = await verifyPassword(password, user?.password_hash ?? null)
    if (user && correct) return passed(`PBKDF2(password) = password_hash of ${user.username}`)
    return refused(
      wrongPassword(),
      user ? `PBKDF2(password) ≠ password_hash of ${user.username}` : 'no user has this name',
    )
  },
}

export function wrongPassword(): OAuthError {
  return new OAuthError({
    code: 'access_denied',
    description: 'That username and password do not match. Nothing was shared.',
    cites: ['rfc6749-3.1'],
  })
}
