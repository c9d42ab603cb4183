import { type StepFacts, stepFacts } from '@/components/transcript/facts'
import type { PlayerView } from './player-view'
import { totalOf } from './total'

const LIMIT = 200

/** What a screen reader says on arriving at a step: at most 200 characters. */
export function announcement(view: PlayerView): string {
  const { current, cursor, head, title, parties } = view
  if (!current) return `${title}, ${totalOf(view)} steps. Before the first step.`
  const facts = stepFacts(current, cursor, head)
  const parts = [
    `Step ${facts.number} of ${totalOf(view)}.`,
    `${parties[facts.from].name} to ${parties[facts.to].name}, ${facts.channel}.`,
    `${facts.label}${carrying(facts)}.`,
    facts.outcome ? `${facts.outcome.text}.` : '',
  ]
  const full = parts.filter(Boolean).join(' ')
  return full.length <= LIMIT ? full : `${full.slice(0, LIMIT - 1)}…`
}

function carrying({ carried }: StepFacts): string {
  if (carried.length === 0) return ''
  return ` with ${new Intl.ListFormat('en').format(carried.map(({ text }) => text))}`
}
