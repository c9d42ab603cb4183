import { type Check, passed, refused } from '@/lib/oauth/check'
import type { AuthorizationServerPolicy } from '../policy'
import { inactive } from '../tokens/invalid-token'

/** Thumbprints: of the key the token is bound to, and of the key whose proof came along; null where there is none. */
interface Input {
  bound: string | null
  proven: string | null
}

/** Taken as a bearer token, a bound one would work for whoever copied it. */
export const tokenBoundToKey: Check<Input, AuthorizationServerPolicy> = {
  id: 'token-bound-to-key',
  rule: 'A token that is bound to a key comes with a proof of that key, and only such a token comes as DPoP.',
  cites: ['rfc9449-7.1', 'rfc9449-7.2'],
  reads: ['access_tokens.jkt', 'dpop', 'authorization'],
  test({ bound, proven }) {
    if (bound === proven) return passed(bound === null ? 'a bearer token, sent as one' : `jkt = ${bound} = the key`)
    return refused(
      inactive('The token is not bound to the key that was proven, or was sent without a proof.', this.cites),
      `bound to ${bound ?? 'no key'}, proven ${proven ?? 'none'}`,
    )
  },
}
