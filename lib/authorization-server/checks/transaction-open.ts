import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'
import type { Transaction } from '../tables'

/** A form counts only as the answer to a request that is still waiting for one. */
export const transactionOpen: Check<Transaction | null, AuthorizationServerPolicy> = {
  id: 'transaction-open',
  rule: 'The form belongs to an authorization request that waits for an answer.',
  cites: ['rfc6749-10.12', 'rfc6749-3.1'],
  reads: ['transaction', 'transactions.expires_at', 'transactions.used_at'],
  test(transaction) {
    if (transaction && transaction.used_at === null) return passed(`request of ${transaction.client_id}, still open`)
    return refused(noTransaction(), transaction ? 'answered already' : 'no such transaction, or it has expired')
  },
}

export function noTransaction(): OAuthError {
  return new OAuthError({
    code: 'access_denied',
    description: 'This sign-in has expired or was answered already. Begin again in the app you came from.',
    cites: ['rfc6749-10.12'],
    status: 403,
  })
}
