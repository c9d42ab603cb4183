import { type Check, passed, refused } from '../check'
import type { CitationId } from '../citations'
import type { OAuthError, OAuthErrorDetails } from '../errors'
import type { DpopPolicy } from './switches'

/** What a rule found. With a `flaw` (a sentence fit for the wire) the proof is refused. */
export interface Ruling {
  saw: string
  flaw?: string
  hint?: string
  /** Sent along with the refusal. */
  headers?: Record<string, string>
}

/**
 * One rule about proofs. It is the same wherever a proof is shown; how a refusal is told is the business of the party
 * it is shown to.
 */
export interface ProofRule<Input> {
  id: string
  rule: string
  cites: readonly CitationId[]
  reads: readonly string[]
  off?: (policy: DpopPolicy) => boolean
  judge(input: Input): Ruling | Promise<Ruling>
}

/** How a party tells that a proof is not good: 400 at a token endpoint, 401 with a challenge at an API. */
export type Refuse = (refusal: Pick<OAuthErrorDetails, 'description' | 'cites' | 'hint' | 'headers'>) => OAuthError

/** A rule as a check of one party. */
export function asCheck<Input>({ judge, ...named }: ProofRule<Input>, refuse: Refuse): Check<Input, DpopPolicy> {
  return {
    ...named,
    async test(input) {
      const { saw, flaw, ...more } = await judge(input)
      if (flaw === undefined) return passed(saw)
      return refused(refuse({ description: flaw, cites: named.cites, ...more }), saw)
    },
  }
}
