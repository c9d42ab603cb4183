import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { ACCESS_TOKEN_TYPE, invalidExchange } from '../tokens/invalid-exchange'

export const requestedTokenTypeSupported: Check<{ type: string | null }, AuthorizationServerPolicy> = {
  id: 'requested-token-type-supported',
  rule: 'What is asked for, when it is said, is an access token.',
  cites: ['rfc8693-2.1', 'rfc8693-3'],
  reads: ['requested_token_type'],
  test({ type }) {
    if (type === null || type === ACCESS_TOKEN_TYPE) return passed(type ?? 'not sent: an access token')
    return refused(invalidExchange('Only access tokens are issued in exchange.', this.cites), type)
  },
}
