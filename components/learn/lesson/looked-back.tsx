'use client'

import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/text-link'
import type { LessonPlan, Prediction } from '@/lib/course/lesson-plan'
import { missed } from '@/lib/course/progress'
import { asked } from '../predict/asking'
import { useLessonProgress } from '../progress/use-progress'

/** Every question of the lesson with what was said last; what came otherwise stands first. */
export function LookedBack({ plan }: { plan: LessonPlan }) {
  const { predictions } = useLessonProgress(plan.id)
  const stops = asked(plan)
  if (stops.length === 0) return null
  const again = stops.filter(({ question: { id } }) => predictions[id] && missed(predictions[id]))
  const others = stops.filter((stop) => !again.includes(stop))
  const entries = (list: typeof stops) =>
    list.map(({ step, question }) => <Entry key={question.id} plan={plan} step={step} question={question} />)
  return (
    <>
      {again.length > 0 && (
        <section aria-labelledby="again" className="mt-8">
          <h2 id="again" className="font-semibold text-xl">
            To look at again
          </h2>
          <p className="text-muted">It came otherwise than you said; on your next visit you are asked once more.</p>
          <ul className="mt-3 grid gap-3">{entries(again)}</ul>
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="predicted" className="mt-8">
          <h2 id="predicted" className="font-semibold text-xl">
            {again.length > 0 ? 'The other questions' : 'What you predicted'}
          </h2>
          <ul className="mt-3 grid gap-3">{entries(others)}</ul>
        </section>
      )}
    </>
  )
}

interface EntryProps {
  plan: LessonPlan
  step: string
  question: Prediction
}

function Entry({ plan: { id, flow, options }, step, question }: EntryProps) {
  const predicted = useLessonProgress(id).predictions[question.id]
  const textOf = (option: string | null) => question.options.find((one) => one.id === option)?.text
  const query = new URLSearchParams({ ...options, step })
  return (
    <li className="rounded-lg border border-line bg-surface px-4 py-3">
      <h3 className="font-semibold">{question.text}</h3>
      {!predicted && <p className="mt-1 text-muted">Not answered yet.</p>}
      {predicted && !missed(predicted) && (
        <p className="mt-1 flex gap-2">
          <Icon name="check" className="mt-0.5 shrink-0" />
          <span>
            As you said: “{textOf(predicted.last.option)}”.
            {missedAtFirst(predicted) && <span className="text-muted"> At first you said something else.</span>}
          </span>
        </p>
      )}
      {predicted && missed(predicted) && (
        <p className="mt-1 flex gap-2">
          <Icon name="again" className="mt-0.5 shrink-0" />
          <span>
            You said “{textOf(predicted.last.option)}”{predicted.last.sure ? ' and were sure' : ''}.{' '}
            {question.options.find((one) => one.id === predicted.last.option)?.why}{' '}
            {predicted.last.came !== null && (
              <strong className="font-semibold">The answer: “{textOf(predicted.last.came)}”.</strong>
            )}
          </span>
        </p>
      )}
      {predicted && (
        <p className="mt-1.5 text-sm">
          <TextLink
            href={`/flows/${flow}?${query}`}
            prefetch={false}
            aria-label={`See it in the flow: ${question.text}`}
            alone
            className="text-muted"
          >
            See it in the flow
          </TextLink>
        </p>
      )}
    </li>
  )
}

const missedAtFirst = ({ first }: Parameters<typeof missed>[0]) => missed({ first, last: first })
