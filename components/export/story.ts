import { type StepFacts, stepFacts } from '@/components/transcript/facts'
import type { Party } from '@/lib/oauth/parties'
import type { PartyNames } from '@/machines/kit/party-names'
import type { Step } from '@/machines/kit/step'

/** A recorded run as the formats tell it: the same facts as the diagram, and everything has happened. */
export interface Story {
  title: string
  summary: string
  /** What was chosen for the run: `PKCE: Required`. */
  options: readonly string[]
  parties: PartyNames
  lanes: readonly Party[]
  steps: readonly Step[]
}

/** Each step with its facts as of the end of the run. */
export function told({ steps }: Pick<Story, 'steps'>): { step: Step; facts: StepFacts }[] {
  const end = (steps.at(-1)?.number ?? 0) + 1
  return steps.map((step) => ({ step, facts: stepFacts(step, end, end) }))
}
