import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { Access } from '../endpoint'
import type { ResourceServerPolicy } from '../policy'

/** A client that could name itself "alice" would otherwise own her photos with nothing but its own token. */
export const tokenSubject: Check<Access, ResourceServerPolicy> = {
  id: 'token.subject',
  rule: 'The token speaks for a user, not for a client on its own behalf.',
  cites: ['rfc9700-4.15', 'rfc9068-2.2'],
  reads: ['sub', 'client_id'],
  off: (policy) => !policy.distinguishSubjects,
  test: ({ subject, clientId, isClient }) => {
    const saw = `sub ${JSON.stringify(subject)}, client_id ${JSON.stringify(clientId)}`
    if (!isClient) return passed(saw)
    return refused(
      new OAuthError({
        code: 'insufficient_scope',
        description: 'This resource belongs to users, and the access token speaks for a client.',
        cites: ['rfc9700-4.15'],
        status: 403,
        hint: 'A token from the client credentials grant has no user behind it. Ask a user for access.',
      }),
      saw,
    )
  },
}
