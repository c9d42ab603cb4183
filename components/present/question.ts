import type { Question } from '@/lib/room/state'
import type { PartyNames } from '@/machines/kit/party-names'
import type { Step } from '@/machines/kit/step'

const OPTIONS = 4

/**
 * "What comes next?", made from the run itself: the step that usually follows, among others of the same flow. Null at
 * the end, or where there is nothing to choose from.
 */
export function whatComesNext(steps: readonly Step[], cursor: number, names: PartyNames): Question | null {
  const coming = steps[cursor]
  if (!coming) return null
  // The nearest others are the hardest to tell from it.
  const others = steps
    .filter(({ number }) => number !== cursor)
    .toSorted((one, other) => Math.abs(one.number - coming.number) - Math.abs(other.number - coming.number))
  const options = [coming, ...others]
    .map((step) => ({ id: step.key, text: messageText(step, names) }))
    .filter(({ id, text }, at, all) => all.findIndex((other) => other.id === id || other.text === text) === at)
    .slice(0, OPTIONS)
  if (options.length < 2) return null
  const shuffled = options.toSorted((one, other) => scrambled(one.text) - scrambled(other.text))
  return { id: `next-after-${cursor}`, text: 'What comes next?', options: shuffled, answer: null }
}

/** How the options of a question are called, in order. */
export const letterOf = (at: number): string => String.fromCharCode(65 + at)

/**
 * What really came, as an answer: its words may be more exact than those of the option. `id` is null when nobody could
 * choose it.
 */
export function answerOf(question: Question, step: Step, names: PartyNames): NonNullable<Question['answer']> {
  return { id: question.options.find(({ id }) => id === step.key)?.id ?? null, text: messageText(step, names) }
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
