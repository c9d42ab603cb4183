import type { ChartState, ChartTransition } from '@/machines/kit/chart'
import type { Step } from '@/machines/kit/step'

/** A state in words: a rest state's own title, or what its move does. */
export interface StateWords {
  title: string
  /** The move's message: `POST /token`. */
  label: string | null
  step: Step | null
}

export function stateWords(state: ChartState, steps: readonly Step[]): StateWords {
  if (state.kind !== 'move') return { title: state.title, label: null, step: null }
  const step = steps.find((one) => one.key === state.title && one.kind === 'request') ?? null
  return { title: step?.lesson.title ?? sentence(state.title), label: step?.label ?? null, step }
}

function sentence(slug: string): string {
  const words = slug.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Events with their guards, as the machine names them: `user.approve or user.deny`, `answer: tokens or nothing`. */
export function eventWords(transitions: readonly ChartTransition[]): string {
  const guards = transitions.filter(({ event }) => event === 'answer').map(({ guard }) => guard)
  const answers = guards.filter((guard) => guard !== null)
  const events = transitions.filter(({ event }) => event !== 'answer')
  return [
    ...events.map(({ event, guard }) => (guard === null ? event : `${event} if ${guard}`)),
    ...(answers.length > 0 ? [`answer: ${answers.join(' or ')}`] : []),
    ...(answers.length < guards.length ? ['any other answer'] : []),
  ].join(' or ')
}
