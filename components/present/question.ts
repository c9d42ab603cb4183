import type { Question } from '@/lib/room/state'
import type { PartyNames } from '@/machines/kit/party-names'
import type { Step } from '@/machines/kit/step'

const OPTIONS = 4
const LETTERS = ['A', 'B', 'C', 'D']

/**
 * "What comes next?", made from the run itself: the step that usually follows, among others of the same flow. Null at
 * the end, or where there is nothing to choose from.
 */
export function whatComesNext(steps: readonly Step[], cursor: number, names: PartyNames): Question | null {
  const coming = steps[cursor]
  if (!coming) return null
  const right = messageText(coming, names)
  // The nearest others are the hardest to tell from it.
  const others = steps
    .filter((step) => step.number !== cursor)
    .toSorted((one, other) => Math.abs(one.number - coming.number) - Math.abs(other.number - coming.number))
    .map((step) => messageText(step, names))
  const texts = [...new Set([right, ...others])].slice(0, OPTIONS)
  if (texts.length < 2) return null
  const shuffled = texts.toSorted((one, other) => scrambled(one) - scrambled(other))
  return {
    id: `next-after-${cursor}`,
    text: 'What comes next?',
    options: shuffled.map((text, at) => ({ id: LETTERS[at] ?? String(at + 1), text })),
    answer: null,
  }
}

/** What really came, as an answer; `id` is null when nobody could choose it. */
export function answerOf(question: Question, step: Step, names: PartyNames): NonNullable<Question['answer']> {
  const text = messageText(step, names)
  return { id: question.options.find((option) => option.text === text)?.id ?? null, text }
}

/** Who sends what to whom: `Photo Editor → Auth server: POST /token`. */
export function messageText({ from, to, label }: Step, names: PartyNames): string {
  return `${names[from].name} → ${names[to].name}: ${label}`
}

/** The same order everywhere, and none that gives the answer away (FNV-1a). */
function scrambled(text: string): number {
  let hash = 2166136261
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619)
  return hash >>> 0
}
