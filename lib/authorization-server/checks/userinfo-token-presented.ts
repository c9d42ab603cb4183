import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { PresentedToken } from '../bearer'
import type { AuthorizationServerPolicy } from '../policy'

/** Whoever sends no credentials is told which kind is wanted, and nothing about errors. */
export const userinfoTokenPresented: Check<PresentedToken, AuthorizationServerPolicy> = {
  id: 'userinfo-token-presented',
  rule: 'The request carries an access token.',
  cites: ['oidc-core-5.3.1', 'rfc6750-3'],
  reads: ['authorization', 'access_token'],
  test({ header, body }) {
    if (header !== null || body !== null) return passed(header === null ? 'in the form' : 'in the Authorization header')
    const description = 'The UserInfo endpoint needs an access token.'
    return refused(
      new OAuthError({ code: 'invalid_token', description, cites: this.cites, status: 401, silent: true }),
      'no Authorization header with the scheme Bearer or DPoP',
    )
  },
}
