'use client'

import { useEffect } from 'react'
import { Player } from '@/components/player/player'
import { ReplacingView, usePlayer } from '@/components/player/player-context'
import type { Run } from '@/components/player/run/run'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import { has } from '@/machines/kit/reading'
import { Feedback } from '../predict/feedback'
import { QuestionCard } from '../predict/question-card'
import { Spoken } from '../predict/spoken'
import { useAsking } from '../predict/use-asking'
import { recordFinished, recordReached } from '../progress/progress-store'
import { SUMMARY } from './parts'

const lookBack = () => {
  location.hash = SUMMARY
}

/** The player in a lesson: it asks before it shows, and hides what comes. */
export function LessonScreen({ plan, run }: { plan: LessonPlan; run: Run }) {
  useWhatWasSeen(plan, run)
  const asking = useAsking(plan, lookBack)
  const { view, actions, open, sitting } = asking
  return (
    <ReplacingView view={view} actions={actions}>
      <Player
        question={open && <QuestionCard key={`${open.question.id} ${open.round}`} asking={asking} open={open} />}
        remark={<Feedback plan={plan} sitting={sitting} />}
      />
      <Spoken plan={plan} asking={asking} />
    </ReplacingView>
  )
}

/** Notes how far the learner came. */
function useWhatWasSeen({ id }: LessonPlan, run: Run): void {
  const { cursor, head, steps } = usePlayer()
  const done = cursor === head && has(run.state().machine, 'done')
  useEffect(() => recordReached(id, cursor, steps.length), [id, cursor, steps.length])
  useEffect(() => {
    if (done) recordFinished(id)
  }, [id, done])
}
