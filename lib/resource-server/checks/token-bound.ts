import { type Check, passed, refused } from '@/lib/oauth/check'
import { DPOP_ALGORITHMS } from '@/lib/oauth/dpop/signature'
import { OAuthError } from '@/lib/oauth/errors'
import { formatChallenge } from '@/lib/oauth/www-authenticate'
import type { ResourceServerPolicy } from '../policy'
import { invalidToken } from './invalid-token'

interface Input {
  claims: Record<string, unknown>
  /** Thumbprint of the key that the sender proved to hold; null when the token came as a bearer token. */
  proven: string | null
}

/** What makes a stolen token useless: it says which key it is bound to, and the thief does not have that key. */
export const tokenBound: Check<Input, ResourceServerPolicy> = {
  id: 'token.bound-to-key',
  rule: 'A token that is bound to a key comes with a proof of that key, and only such a token comes as DPoP.',
  cites: ['rfc9449-7.1', 'rfc9449-7.2', 'rfc9449-6'],
  reads: ['cnf.jkt', 'dpop.jwk', 'authorization'],
  test({ claims, proven }) {
    const bound = confirmation(claims)
    if (bound === proven) return passed(bound === null ? 'a bearer token, sent as one' : `cnf.jkt = ${bound} = the key`)
    if (proven === null) {
      return refused(
        new OAuthError({
          code: 'invalid_token',
          description: 'This token is bound to a key: send it with the scheme DPoP and a proof.',
          cites: ['rfc9449-7.2'],
          status: 401,
          headers: { 'www-authenticate': dpopChallenge() },
          hint: 'Whoever copied the token has no key to sign a proof with. Taken as a bearer token, it would work for the thief.',
        }),
        `cnf.jkt = ${bound}, sent as a bearer token`,
      )
    }
    const hint =
      bound === null
        ? 'It was made as a bearer token.'
        : 'The sender holds another key than the client the token was made for.'
    return refused(
      invalidToken('The token is not bound to the key of the proof.', ['rfc9449-7.1'], hint),
      `cnf.jkt = ${bound} ≠ ${proven}, the key of the proof`,
    )
  },
}

function confirmation({ cnf }: Record<string, unknown>): string | null {
  if (typeof cnf !== 'object' || cnf === null || !('jkt' in cnf)) return null
  return typeof cnf.jkt === 'string' ? cnf.jkt : null
}

/** Says how the token would have to be sent (RFC 9449, section 7.1). */
function dpopChallenge(): string {
  return formatChallenge({ scheme: 'DPoP', parameters: { algs: DPOP_ALGORITHMS.join(' ') } })
}
