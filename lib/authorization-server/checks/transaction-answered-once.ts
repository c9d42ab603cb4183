import { type Check, passed, refused } from '@/lib/oauth/check'
import type { Claim } from '@/lib/storage/port'
import type { AuthorizationServerPolicy } from '../policy'
import { noTransaction } from './transaction-open'

/** Two clicks are one decision: of answers that race, one counts. */
export const transactionAnsweredOnce: Check<{ claim: Claim }, AuthorizationServerPolicy> = {
  id: 'transaction-answered-once',
  rule: 'An authorization request is answered once.',
  cites: ['rfc6749-10.12'],
  reads: ['transactions.used_at'],
  test: ({ claim }) => (claim === 'claimed' ? passed('first answer') : refused(noTransaction(), claim)),
}
