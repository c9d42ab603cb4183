import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/** `prompt=none` asks for an answer without any page: then somebody has to be signed in already. */
export const silentSignIn: Check<{ user: string | null }, AuthorizationServerPolicy> = {
  id: 'silent-sign-in',
  rule: 'With prompt=none, the user is signed in already.',
  cites: ['oidc-core-3.1.2.1', 'oidc-core-3.1.2.6'],
  reads: ['prompt', 'cookie as_session'],
  test: ({ user }) =>
    user === null ? refused(loginRequired(), 'nobody is signed in') : passed(`${user} is signed in`),
}

export function loginRequired(): OAuthError {
  return new OAuthError({
    code: 'login_required',
    description: 'Nobody is signed in at this browser.',
    cites: ['oidc-core-3.1.2.6'],
  })
}
