'use client'

import { Button } from '@/components/ui/button'
import type { AssembleTask, LessonPlan } from '@/lib/course/lesson-plan'
import { findGrant } from '@/machines/catalogue'
import { partyNames } from '@/machines/kit/party-names'
import { Failure } from '../failure'
import { Result } from '../result'
import { TaskFrame } from '../task-frame'
import { LeftOut } from './left-out'
import { OrderList } from './order-list'
import { useDeck } from './use-deck'
import { useOrderRun } from './use-order-run'

interface AssemblePageProps {
  plan: LessonPlan
  task: AssembleTask
}

/** The moves of a flow as cards: put them in order, then really make them. */
export function AssemblePage({ plan, task }: AssemblePageProps) {
  const { lines, running, grade, failure, run, forget } = useOrderRun(plan, task)
  const deck = useDeck(plan, task, forget)
  const names = partyNames(findGrant(plan.flow)?.client ?? 'photo-editor')
  return (
    <TaskFrame plan={plan} task={task}>
      <p role="status" aria-label="Last move" className="sr-only">
        {deck.news}
      </p>
      <div className="mt-6 grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-label="Cards">
          <h2 className="font-semibold text-xl">Your order</h2>
          <OrderList deck={deck} names={names} lines={lines} />
        </section>
        <div className="flex flex-col gap-4 lg:sticky lg:top-4">
          <div className="flex flex-wrap gap-2">
            <Button
              variant="primary"
              size="lg"
              aria-busy={running}
              aria-disabled={running}
              onClick={() => !running && run(deck.order, deck.way)}
            >
              {running ? 'Being run …' : 'Run it'}
            </Button>
            <Button size="lg" onClick={deck.mixAgain}>
              Mix again
            </Button>
          </div>
          <p className="text-muted text-sm">
            Run it makes these moves in a fresh lab, one after the other, and stops where nothing can be sent or
            somebody refuses.
          </p>
          {failure && <Failure sentence={failure} />}
          <Result grade={grade} />
          {deck.optional && <LeftOut deck={deck} names={names} />}
        </div>
      </div>
    </TaskFrame>
  )
}
