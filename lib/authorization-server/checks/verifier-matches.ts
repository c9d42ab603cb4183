import { type Check, passed, refused } from '@/lib/oauth/check'
import { shorten } from '@/lib/oauth/shorten'
import { constantTimeEqual } from '../constant-time'
import type { AuthorizationServerPolicy } from '../policy'
import { sha256 } from '../secret-key'
import type { AuthorizationCode } from '../tables'
import { invalidGrant } from '../tokens/invalid-grant'

type Input = { verifier: string; code: AuthorizationCode }

/**
 * Proves that whoever redeems the code began the request. A wrong verifier does not use up the code, or anybody who
 * saw it could spoil it; it lives for a minute and no verifier of 256 bits is guessed in that time.
 */
export const verifierMatches: Check<Input, AuthorizationServerPolicy> = {
  id: 'verifier-matches',
  rule: 'code_verifier, transformed, is the code_challenge of the authorization request.',
  cites: ['rfc7636-4.6'],
  reads: ['code_verifier', 'authorization_codes.code_challenge', 'authorization_codes.code_challenge_method'],
  test({ verifier, code }) {
    const challenge = code.code_challenge ?? ''
    const isS256 = code.code_challenge_method === 'S256'
    const transformed = isS256 ? sha256(verifier) : verifier
    const equal = constantTimeEqual(transformed, challenge)
    const name = isS256 ? 'S256(verifier)' : 'verifier'
    const sign = equal ? '=' : '≠'
    const saw = `${name} ${sign} challenge: ${shorten(transformed)} ${sign} ${shorten(challenge)}`
    if (equal) return passed(saw)
    const hint = 'Only the client that made the challenge knows the verifier behind it.'
    return refused(invalidGrant('code_verifier does not match the code_challenge.', this.cites, hint), saw)
  },
}
