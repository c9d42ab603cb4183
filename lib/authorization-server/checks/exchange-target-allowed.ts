import { type Check, passed, refused } from '@/lib/oauth/check'
import { OAuthError } from '@/lib/oauth/errors'
import type { AuthorizationServerPolicy } from '../policy'

type Input = { targets: readonly string[]; served: readonly string[]; allowed: readonly string[] }

/** One target a token: a token for two of them could be carried from the one to the other. */
export const exchangeTargetAllowed: Check<Input, AuthorizationServerPolicy> = {
  id: 'exchange-target-allowed',
  rule: 'resource and audience name one target that the client may exchange tokens for.',
  cites: ['rfc8693-2.1', 'rfc8693-2.2.2', 'rfc8707-2'],
  reads: ['resource', 'audience', 'clients.exchange_targets'],
  test({ targets, served, allowed }, { tokenExchange }) {
    const may = tokenExchange === 'any' ? served : served.filter((one) => allowed.includes(one))
    const saw = `asked for ${targets.join(', ') || 'no target'}; allowed are ${may.join(', ') || 'none'}`
    if (targets.length === 1 && targets.every((target) => may.includes(target))) return passed(saw)
    const description =
      targets.length > 1
        ? 'A token is made for one target only.'
        : 'This client may not exchange tokens for that target.'
    return refused(new OAuthError({ code: 'invalid_target', description, cites: this.cites }), saw)
  },
}
