import type { Arrival } from '@/lib/wire/exchange'
import type { AnswerKind } from '../kit/meta'

/** Arrivals that end an attack, unless its step goes on with them. */
const STOPS = ['refusal', 'error-page', 'empty-handed'] as const satisfies readonly Arrival[]

type Slugs = Partial<Record<AnswerKind, string>>

/**
 * Slugs of the answers that a step does not usually get, by what arrives: those that stop it, and those with which it
 * goes on.
 *
 * @param usual slug of the usual answer, which serves for all that is as good
 * @param expects what the step goes on with, what usually comes first
 */
export function answersOf(step: string, usual: string, expects: readonly Arrival[]): Slugs {
  const [first, ...others] = expects
  const slugs: Slugs = { 'error-redirect': refusedSlug(step) }
  for (const one of others) slugs[one] = usual
  for (const one of STOPS) slugs[one] = others.includes(one) ? refusedSlug(step) : stoppedSlug(step)
  if (first) delete slugs[first]
  return slugs
}

export const stoppedSlug = (step: string) => `${step}-stopped`
export const refusedSlug = (step: string) => `${step}-refused`
