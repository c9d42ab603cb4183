import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { invalidExchange } from '../tokens/invalid-exchange'

export const actorAllowed: Check<{ mayAct: string | null; actor: string }, AuthorizationServerPolicy> = {
  id: 'actor-allowed',
  rule: 'Where the subject token says who may act, it is this actor.',
  cites: ['rfc8693-4.4'],
  reads: ['may_act', 'access_tokens.may_act'],
  off: (policy) => policy.tokenExchange === 'any',
  test({ mayAct, actor }) {
    if (mayAct === null) return passed('the token does not say')
    const saw = `may_act ${mayAct}, actor ${actor}`
    if (mayAct === actor) return passed(saw)
    return refused(invalidExchange('The subject token allows another actor only.', this.cites), saw)
  },
}
