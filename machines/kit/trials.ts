import type { MoveCall } from '@/lib/lab/contract'
import { header } from '@/lib/oauth/http'
import type { Exchange } from '@/lib/wire/exchange'

/**
 * Trials of what somebody with a copy can do. No step of any grant: they are made beside a tour, and recorded like
 * everything else.
 */
export const TRIALS = {
  token: { move: 'copied-token-call', step: 'copied-token' },
  code: { move: 'copied-code-redemption', step: 'copied-code' },
} as const satisfies Record<string, MoveCall>

/** The lab's own parties presented an access token, and were served what it opens. */
export function isServedCall({ from, request, outcome }: Exchange): boolean {
  const presents = /^(bearer|dpop) /i.test(header(request, 'authorization') ?? '')
  return presents && from !== 'attacker' && outcome === 'accepted'
}

/** An access token was used, so that it can have been copied, and nobody has tried a copy yet. */
export function tokenIsUntried(exchanges: readonly Exchange[]): boolean {
  return exchanges.some(isServedCall) && !exchanges.some(({ step }) => step === TRIALS.token.step)
}

/** A code was issued in the run. */
export function codeWasIssued(exchanges: readonly Exchange[]): boolean {
  return exchanges.some(makesCode)
}

/** The last thing that happened is that a code was issued: nobody has redeemed it yet. */
export function holdsFreshCode(exchanges: readonly Exchange[]): boolean {
  const last = exchanges.findLast(({ parent }) => parent === null)
  return last !== undefined && makesCode(last)
}

const makesCode = ({ secrets }: Exchange) => secrets.some(({ kind }) => kind === 'authorization_code')
