import { rawRequest, rawResponse } from '@/components/inspector/message/http-words'
import { citesOf, type StepFacts } from '@/components/transcript/facts'
import { citation } from '@/lib/oauth/citations'
import { PHASES, type Phase } from '@/machines/kit/meta'
import type { Step } from '@/machines/kit/step'
import { type Story, told } from '../story'

/** The whole run in words, with every message as it was sent. */
export function toMarkdown(story: Story): string {
  const { title, summary, options, parties } = story
  const blocks = [`# ${title}`, summary]
  if (options.length > 0) blocks.push(options.map((option) => `- ${option}`).join('\n'))
  let phase: Phase | null = null
  for (const { step, facts } of told(story)) {
    if (step.phase !== phase) {
      phase = step.phase
      blocks.push(`## ${PHASES[phase]}`)
    }
    blocks.push(`### ${facts.number}. ${facts.title}`)
    if (facts.human) blocks.push(`${parties.user.name} ${facts.human}.`)
    blocks.push(`**${parties[facts.from].name} → ${parties[facts.to].name}** (${facts.channel}): \`${facts.label}\``)
    blocks.push(step.lesson.caption, ...statements(facts), fenced(step), cited(step))
  }
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function statements({ carried, edited, outcome }: StepFacts): string[] {
  const lines = [
    carried.length > 0 && `- Carries ${carried.map(({ text }) => text).join(', ')}.`,
    edited && '- It was changed on the way.',
    outcome && `- Outcome: ${outcome.text}.${outcome.check ? ` ${outcome.check.rule}` : ''}`,
  ].filter(Boolean)
  return lines.length > 0 ? [lines.join('\n')] : []
}

/** The message in a block that nothing inside it can close. */
function fenced({ kind, exchange }: Step): string {
  if (!exchange) return ''
  if (kind === 'response' && !exchange.response) return ''
  const text = kind === 'response' && exchange.response ? rawResponse(exchange.response) : rawRequest(exchange.request)
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}http\n${text.trimEnd()}\n${fence}`
}

function cited(step: Step): string {
  const links = citesOf(step).map((id) => {
    const { label, title, url } = citation(id)
    return `[${label}, ${title}](${url})`
  })
  return links.length > 0 ? `See ${links.join('; ')}.` : ''
}
