import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

export const ownerCredentialsSent: Check<
  { username: string | null; password: string | null },
  AuthorizationServerPolicy
> = {
  id: 'owner-credentials-sent',
  rule: 'The request brings the user’s username and password.',
  cites: ['rfc6749-4.3.2', 'rfc6749-5.2'],
  reads: ['username', 'password'],
  test({ username, password }) {
    const missing = [username === null && 'username', password === null && 'password'].filter((name) => name !== false)
    if (missing.length === 0) return passed(`username = ${username}, and a password`)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: `Missing: ${missing.join(' and ')}.`,
        cites: this.cites,
      }),
      `no ${missing.join(' and no ')}`,
    )
  },
}
