import { type Check, passed, refused } from '@/lib/oauth/check'
import { notBelieved } from '../id-token/refusal'
import type { ClientPolicy } from '../policy'

interface Input {
  /** `sub` of the answer; null when it has none, or is no answer at all. */
  sub: string | null
  /** `sub` of the ID token this session began with. */
  subject: string | null
}

/** Otherwise a swapped access token would put somebody else's name on this session. */
export const userinfoSubject: Check<Input, ClientPolicy> = {
  id: 'userinfo.subject',
  rule: 'The claims are about the user whom the ID token named.',
  cites: ['oidc-core-5.3.2', 'oidc-core-16.11'],
  reads: ['sub'],
  test: ({ sub, subject }) => {
    const saw = `sub ${JSON.stringify(sub)}, signed in as ${JSON.stringify(subject)}`
    if (sub !== null && sub === subject) return passed(saw)
    return refused(notBelieved('These claims are about somebody else.', ['oidc-core-5.3.2']), saw)
  },
}
