import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { ACCESS_TOKEN_TYPE, invalidExchange } from '../tokens/invalid-exchange'

export const actorTokenTyped: Check<{ token: string | null; type: string | null }, AuthorizationServerPolicy> = {
  id: 'actor-token-typed',
  rule: 'actor_token and actor_token_type come together, and the type is one this server reads.',
  cites: ['rfc8693-2.1'],
  reads: ['actor_token', 'actor_token_type'],
  test({ token, type }) {
    if (token === null && type === null) return passed('no actor_token: the client itself acts')
    if (token === null || type === null) {
      const sent = token === null ? 'actor_token_type' : 'actor_token'
      return refused(
        invalidExchange('actor_token and actor_token_type go together: both or neither.', this.cites),
        `${sent} alone`,
      )
    }
    if (type === ACCESS_TOKEN_TYPE) return passed(type)
    return refused(invalidExchange('Only access tokens of this server can be actor tokens.', this.cites), type)
  },
}
