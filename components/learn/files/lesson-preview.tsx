'use client'

import { Suspense, use } from 'react'
import { Button } from '@/components/ui/button'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import { findGrant } from '@/machines/catalogue'
import { type GrantEntry, loadGrant } from '@/machines/kit/entry'
import { TryAttack } from '../lesson/try-attack'
import { AssignPanel } from './assign-panel'
import { count, LessonFacts } from './lesson-facts'
import { SaveAs } from './save-as'
import { StartPanel } from './start-panel'
import { StopPreview } from './stop-preview'
import { TaskPreview } from './task-preview'
import type { Tried } from './try-lesson'
import { useTry } from './use-try'

/** A lesson as its instructor looks it over: what it contains, whether its questions come true, and the ways to use it. */
export function LessonPreview({ plan }: { plan: LessonPlan }) {
  const entry = findGrant(plan.flow)
  const { trying, tried, failure, start } = useTry(plan)
  if (!entry) return null
  const { stops, tasks, attack } = plan
  return (
    <div className="mt-8">
      <h2 className="font-semibold text-2xl tracking-tight">{plan.title}</h2>
      {plan.summary && <p className="mt-1 text-lg text-muted">{plan.summary}</p>}
      <LessonFacts plan={plan} />
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <Button onClick={start} aria-disabled={trying}>
          {trying ? 'Trying it…' : 'Try it'}
        </Button>
        <SaveAs plan={plan} />
      </div>
      <p className="mt-2 text-muted text-sm" role="status">
        {failure ?? (tried ? triedWords(plan, tried) : TRY)}
      </p>
      <div className="mt-6 grid gap-4 lg:grid-cols-2">
        <StartPanel plan={plan} assigned={null} />
        <AssignPanel plan={plan} />
      </div>
      <Suspense>{stops.length > 0 && <Stops stops={stops} entry={entry} tried={tried} />}</Suspense>
      {tasks.length > 0 && (
        <section aria-labelledby="tasks" className="mt-8">
          <h2 id="tasks" className="font-semibold text-xl">
            Tasks
          </h2>
          <ol className="mt-3 grid gap-3">
            {tasks.map((task) => (
              <TaskPreview key={task.id} task={task} />
            ))}
          </ol>
        </section>
      )}
      {attack && <TryAttack attack={attack} />}
    </div>
  )
}

const TRY = 'Try it plays the flow once in a lab of yours, and says of each question which option came true.'

function triedWords({ stops }: LessonPlan, { came, missing }: Tried): string {
  const questions = stops.filter(({ question }) => question).length
  const right = Object.values(came).filter((ids) => ids.length === 1).length
  const first =
    questions === 0
      ? 'It ran to its end.'
      : `In ${right} of ${count(questions, 'question')} exactly one option came true.`
  return missing.length === 0 ? first : `${first} The run did not come to ${missing.join(', ')}.`
}

function Stops({ stops, entry, tried }: { stops: LessonPlan['stops']; entry: GrantEntry; tried: Tried | null }) {
  const { steps } = use(loadGrant(entry)).lesson
  return (
    <section aria-labelledby="stops" className="mt-8">
      <h2 id="stops" className="font-semibold text-xl">
        Stops
      </h2>
      <ol className="mt-3 grid gap-3">
        {stops.map((stop) => (
          <StopPreview
            key={stop.step}
            stop={stop}
            words={steps[stop.step]}
            came={stop.question ? (tried?.came[stop.question.id] ?? null) : null}
            missing={tried?.missing.includes(stop.step) ?? false}
          />
        ))}
      </ol>
    </section>
  )
}
