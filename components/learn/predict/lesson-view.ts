import type { LessonView, PlayerView } from '@/components/player/player-view'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import type { Step } from '@/machines/kit/step'
import { asked } from './asking'
import { isMissed, isSaid, type Sitting } from './sitting'

/** The run as a lesson shows it: no more than the learner has seen, and nothing of what comes. */
export function lessonView(
  view: PlayerView,
  plan: Pick<LessonPlan, 'stops' | 'flow' | 'options'>,
  sitting: Sitting,
  shown: number,
): PlayerView {
  const steps = view.steps.slice(0, shown)
  const ahead = view.steps.slice(shown)
  const open = asked(plan).filter(({ step, question }) => {
    return !sitting.answers[question.id] && ahead.some(({ id }) => id === step)
  })
  return {
    ...view,
    steps: steps.map((step) => seen(step, steps)),
    head: shown,
    current: view.current && seen(view.current, steps),
    options: [],
    home: { about: `/flows/${plan.flow}?${new URLSearchParams({ ...plan.options })}`, label: 'Explore' },
    lesson: { ahead: ahead.length, questionsAhead: open.length, asked: marks(plan, sitting, view.steps) },
  }
}

/** A message whose answer is recorded but not shown yet looks as if it still waited for it. */
function seen(step: Step, steps: readonly Step[]): Step {
  const { exchange, kind } = step
  if (!exchange || kind === 'response') return step
  if (steps.some((other) => other.kind === 'response' && other.exchange?.seq === exchange.seq)) return step
  return { ...step, exchange: { ...exchange, response: null, outcome: 'accepted', checks: [], storage: [] } }
}

function marks(plan: Pick<LessonPlan, 'stops'>, sitting: Sitting, steps: readonly Step[]): LessonView['asked'] {
  const found = asked(plan).flatMap(({ step, question: { id } }) => {
    const given = sitting.answers[id]
    if (!given || given.said === 'known') return []
    const number = isSaid(given) ? given.at : steps.find((one) => one.id === step)?.number
    if (number === undefined || (isSaid(given) && given.came === undefined)) return []
    const mark = !isSaid(given) ? 'skipped' : isMissed(given) ? 'missed' : 'right'
    return [[number, mark] as const]
  })
  return new Map(found)
}
