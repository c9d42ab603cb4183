import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidExchange } from '../tokens/invalid-exchange'

export const subjectTokenSent: Check<{ token: string | null; type: string | null }, AuthorizationServerPolicy> = {
  id: 'subject-token-sent',
  rule: 'subject_token and subject_token_type are sent.',
  cites: ['rfc8693-2.1'],
  reads: ['subject_token', 'subject_token_type'],
  test({ token, type }) {
    const missing = [...(token === null ? ['subject_token'] : []), ...(type === null ? ['subject_token_type'] : [])]
    if (missing.length === 0) return passed(`a token of type ${type}`)
    return refused(
      invalidExchange(`${missing.join(' and ')} has to be sent.`, this.cites),
      `${missing.join(', ')} missing`,
    )
  },
}
