import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

/** Whoever decides has to be the one who was asked, signed in at this very moment. */
export const decisionByItsUser: Check<{ asked: string | null; signedIn: string | null }, AuthorizationServerPolicy> = {
  id: 'decision-by-its-user',
  rule: 'The user who decides is signed in, and is the one who was asked.',
  cites: ['rfc6749-3.1', 'rfc6749-10.12'],
  reads: ['cookie as_session', 'sessions.user_id', 'transactions.user_id'],
  test({ asked, signedIn }) {
    if (asked !== null && asked === signedIn) return passed(`${signedIn} = ${asked}`)
    return refused(notTheUser(), `${signedIn ?? 'nobody signed in'} ≠ ${asked ?? 'nobody asked yet'}`)
  },
}

export function notTheUser(): OAuthError {
  return new OAuthError({
    code: 'access_denied',
    description: 'You are not signed in as the user who was asked. Begin again in the app you came from.',
    cites: ['rfc6749-3.1'],
    status: 403,
  })
}
