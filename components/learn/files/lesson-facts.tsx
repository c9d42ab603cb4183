import type { LessonPlan } from '@/lib/course/lesson-plan'
import { findGrant } from '@/machines/catalogue'

/** What a lesson contains, before anything is run. */
export function LessonFacts({ plan }: { plan: LessonPlan }) {
  const { flow, options, minutes, stops, tasks, attack } = plan
  const questions = stops.filter(({ question }) => question).length
  const chosen = Object.entries(options).map(([name, value]) => `${name}=${value}`)
  const facts: [string, string][] = [
    ['Flow', [findGrant(flow)?.title ?? flow, ...chosen].join(', ')],
    ['Takes about', count(minutes, 'minute')],
    ['Stops at', count(stops.length, 'step')],
    ['Asks', count(questions, 'question')],
    ['Gives', count(tasks.length, 'task')],
    ...(attack ? ([['Ends with', `the attack ${attack.attack}`]] as [string, string][]) : []),
  ]
  return (
    <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

export const count = (amount: number, one: string): string => `${amount} ${one}${amount === 1 ? '' : 's'}`
