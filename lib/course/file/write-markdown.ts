import type { LessonPlan, Prediction, PreparedAttack, Stop, Task } from '../lesson-plan'
import { claimText } from './claim-text'
import { usualKind } from './complete'
import { USUAL_MINUTES } from './limits'
import { usualOptionId, usualPlanId, usualQuestionId, usualTaskId } from './raw'

/** A lesson as a Markdown file. What is as it usually is, is left out. */
export function writeLessonMarkdown({ stops, tasks, attack, ...facts }: LessonPlan): string {
  const parts = [
    frontOf(facts),
    ...stops.map(stopText),
    ...tasks.map(taskText),
    ...(attack ? [attackText(attack)] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

type Facts = Omit<LessonPlan, 'stops' | 'tasks' | 'attack'>

function frontOf({ id, title, summary, flow, options, minutes }: Facts): string {
  return joined([
    '---',
    said('id', id, usualPlanId(title)),
    said('title', title),
    said('summary', summary, ''),
    said('flow', flow),
    said('options', pairsText(options), ''),
    said('minutes', String(minutes), String(USUAL_MINUTES)),
    '---',
  ])
}

function stopText({ step, note, question }: Stop, at: number): string {
  const parts = [
    `## step: ${step}`,
    ...(note ? [escaped(note, /^(#|\\)/)] : []),
    ...(question ? [questionText(question, at)] : []),
  ]
  return parts.join('\n\n')
}

function questionText({ id, kind, text, options }: Prediction, stop: number): string {
  const head = joined([
    `### ${text}`,
    said('id', id, usualQuestionId(stop)),
    said('kind', kind, usualKind(options[0]?.claim)),
  ])
  const items = options.map((option, at) =>
    joined([
      `- [ ] ${option.text}`,
      indented(said('id', option.id, usualOptionId(at))),
      indented(claimText(option.claim)),
      indented(said('why', option.why, '')),
    ]),
  )
  return `${head}\n\n${items.join('\n')}`
}

function taskText(task: Task, at: number): string {
  const { id, kind, title, text, hints } = task
  const head = joined([`## task: ${title}`, said('id', id, usualTaskId(at)), said('kind', kind), ...taskSettings(task)])
  const list = hints.map((hint) => `- ${hint}`).join('\n')
  return [head, escaped(text, /^(#|\\|[-*+]\s)/), list].filter((part) => part !== '').join('\n\n')
}

function taskSettings(task: Task): (string | null)[] {
  switch (task.kind) {
    case 'break':
      return [said('check', task.check), said('by', task.by)]
    case 'fix':
      return [said('attack', task.attack), ...against(task), said('policy', pairsText(task.policy ?? {}), '')]
    case 'assemble':
      return [said('distractors', task.distractors ? 'yes' : 'no'), said('until', task.until ?? '', '')]
  }
}

function attackText(attack: PreparedAttack): string {
  const head = joined([`## attack: ${attack.attack}`, ...against(attack)])
  return attack.note ? `${head}\n\n${escaped(attack.note, /^(#|\\)/)}` : head
}

const against = ({ grant, case: one = '', preset }: Pick<PreparedAttack, 'grant' | 'case' | 'preset'>) => [
  said('grant', grant),
  said('case', one, ''),
  said('preset', preset),
]

const pairsText = (pairs: Readonly<Record<string, string | number | boolean>>): string =>
  Object.entries(pairs)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')

/** `name: value`; null when it is as it usually is. Quotes of the value's own are kept by another pair. */
function said(name: string, value: string, usual?: string): string | null {
  if (value === usual) return null
  return `${name}: ${/^".*"$/.test(value) ? `"${value}"` : value}`
}

const indented = (text: string | null): string | null => text && `  ${text}`

/** A backslash keeps a line of a text from being read as something else. */
const escaped = (text: string, special: RegExp): string =>
  text
    .split('\n')
    .map((one) => (special.test(one) ? `\\${one}` : one))
    .join('\n')

const joined = (lines: readonly (string | null)[]): string => lines.filter((one) => one !== null).join('\n')
