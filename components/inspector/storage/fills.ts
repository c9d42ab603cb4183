import type { Phase } from '@/machines/kit/meta'
import type { Step } from '@/machines/kit/step'

/** In which phase a place, by the last part of its id, gets its first row. */
const PHASE: Readonly<Record<string, Phase>> = {
  logins: 'ask',
  transactions: 'ask',
  sessions: 'ask',
  consents: 'decide',
  grants: 'return',
  authorization_codes: 'return',
  access_tokens: 'redeem',
  refresh_tokens: 'redeem',
  tokens: 'redeem',
  results: 'use',
  keys: 'use',
  cookies: 'ask',
  history: 'ask',
}

/** The step that will fill an empty place, as far as the run's plan tells; null when nothing in it will. */
export function filledBy(placeId: string, steps: readonly Step[], cursor: number): Step | null {
  const phase = PHASE[placeId.slice(placeId.lastIndexOf('.') + 1)]
  const later = steps.slice(cursor)
  return later.find((step) => step.phase === phase && step.kind === 'response') ?? null
}
