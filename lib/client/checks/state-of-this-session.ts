import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { ClientPolicy } from '../policy'
import type { ClientLogin } from '../tables'

/** Otherwise a page elsewhere could finish a login here that its author began, and the user would work in his account. */
export const stateOfThisSession: Check<{ state: string | null; login: ClientLogin | null }, ClientPolicy> = {
  id: 'callback.state',
  rule: 'The state is the one this browser was sent away with.',
  cites: ['rfc6749-10.12', 'rfc9700-4.7', 'rfc9700-2.1'],
  reads: ['state', 'client_session'],
  off: (policy) => !policy.checkState,
  test: ({ state, login }) => {
    const saw = login
      ? `state ${JSON.stringify(state)}, kept in this session ${JSON.stringify(login.state)}`
      : `state ${JSON.stringify(state)}; this browser has no login under way`
    if (login && login.state !== null && state === login.state) return passed(saw)
    return refused(
      new OAuthError({
        code: 'invalid_request',
        description: 'This answer does not belong to a login that was begun in this browser.',
        cites: ['rfc6749-10.12'],
        hint: 'The state in the URL is compared with the one in the session that the cookie names. Nothing was sent on.',
      }),
      saw,
    )
  },
}
