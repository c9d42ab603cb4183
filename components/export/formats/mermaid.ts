import type { StepFacts } from '@/components/transcript/facts'
import { PARTY } from '@/components/ui/party'
import { PHASES, type Phase } from '@/machines/kit/meta'
import { type Story, told } from '../story'

/**
 * A Mermaid sequence diagram. Front channel dashed (`-->>`), back channel solid (`->>`), a message lost on the way with
 * a cross. Only messages are arrows, so that the automatic numbers are the steps'.
 */
export function toMermaid(story: Story): string {
  const { title, parties, lanes } = story
  const lines = ['sequenceDiagram', `  title ${plain(title)}`, '  autonumber']
  for (const party of lanes) {
    lines.push(`  ${party === 'user' ? 'actor' : 'participant'} ${idOf(party)} as ${plain(parties[party].name)}`)
  }
  let phase: Phase | null = null
  const [first, last] = [lanes[0], lanes.at(-1)]
  for (const { step, facts } of told(story)) {
    if (step.phase !== phase && first && last) {
      phase = step.phase
      lines.push(`  Note over ${idOf(first)},${idOf(last)}: ${plain(PHASES[phase])}`)
    }
    if (facts.human) lines.push(`  Note over ${idOf('user')}: ${plain(`${parties.user.name} ${facts.human}`)}`)
    lines.push(`  ${idOf(facts.from)}${arrow(facts)}${idOf(facts.to)}: ${plain(labelOf(facts))}`)
    if (facts.outcome && facts.outcome.kind !== 'passed') {
      lines.push(`  Note over ${idOf(facts.to)}: ${plain(facts.outcome.text)}`)
    }
  }
  return `${lines.join('\n')}\n`
}

const idOf = (party: StepFacts['from']) => PARTY[party].letter

function arrow({ channel, outcome }: StepFacts): string {
  const front = channel === 'front channel'
  if (outcome?.kind === 'dropped') return front ? '--x' : '-x'
  return front ? '-->>' : '->>'
}

function labelOf({ label, carried, edited }: StepFacts): string {
  const payload = carried.length > 0 ? ` [${carried.map(({ text }) => text).join(', ')}]` : ''
  return `${label}${payload}${edited ? ' (changed on the way)' : ''}`
}

/** Characters Mermaid gives a meaning, and the bare word that closes its blocks, as its own entities. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[#;:<>{}%"\\]/g, (mark) => `#${mark.charCodeAt(0)};`)
    .replace(/\b([eE])(nd)\b/g, (_, first: string, rest: string) => `#${first.charCodeAt(0)};${rest}`)
}
