import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

type Input = { decision: string; asked: string; granted: string }

/** The user decides, and a no reaches the client as an answer like any other. */
export const userApproved: Check<Input, AuthorizationServerPolicy> = {
  id: 'user-approved',
  rule: 'The user approves, and leaves at least one permission ticked.',
  cites: ['rfc6749-4.1.2.1', 'rfc6749-3.3'],
  reads: ['decision', 'scope'],
  test({ decision, asked, granted }) {
    const saw = decision === 'approve' ? `approve “${granted}” of “${asked}”` : `decision=${decision}`
    if (decision === 'approve' && granted !== '') return passed(saw)
    return refused(
      new OAuthError({ code: 'access_denied', description: 'The user did not give access.', cites: this.cites }),
      saw,
    )
  },
}
