import { scopeTokens } from '@/lib/oauth/scope'
import type { User } from './tables'

/** Claims about a user that a scope asks for (OpenID Connect Core, section 5.4). Those nobody knows are left out. */
const CLAIMS_BY_SCOPE: Readonly<Record<string, (user: User) => Record<string, unknown>>> = {
  profile: ({ name, username }) => ({ name, preferred_username: username }),
  email: ({ email }) => (email === null ? {} : { email, email_verified: true }),
}

/** Every claim this server can make, in its ID tokens or at its UserInfo endpoint. */
export const SUPPORTED_CLAIMS = [
  'iss',
  'sub',
  'aud',
  'exp',
  'iat',
  'auth_time',
  'nonce',
  'at_hash',
  'c_hash',
  'name',
  'preferred_username',
  'email',
  'email_verified',
]

/** What the UserInfo endpoint tells: `sub` always, the rest as far as the scope asks for it. */
export function userClaims(user: User, scope: string): Record<string, unknown> {
  const asked = scopeTokens(scope).map((token) => CLAIMS_BY_SCOPE[token]?.(user))
  return Object.assign({ sub: user.key }, ...asked)
}
