'use client'

import { usePlayer, usePlayerActions, useViewer } from '@/components/player/player-context'
import type { Run } from '@/components/player/run/run'
import { Button, ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Prose } from '@/components/ui/prose'
import type { BreakTask, LessonPlan } from '@/lib/course/lesson-plan'
import { SUMMARY } from '../../lesson/parts'
import { Hints } from '../hints'
import { lessonPath } from '../task-links'
import { useBreakGrade } from './use-break-grade'

interface BreakStripProps {
  plan: LessonPlan
  task: BreakTask
  run: Run
}

/** Above the diagram: what to reach, how it stands, and where the proof is. */
export function BreakStrip({ plan, task, run }: BreakStripProps) {
  const { steps } = usePlayer()
  const { goTo } = usePlayerActions()
  const setTab = useViewer((viewer) => viewer.setTab)
  const { done, sentence, proof } = useBreakGrade(run, plan, task)
  const { title, text, hints } = task
  const step = steps.findLast(({ exchange, state }) => exchange?.seq === proof?.seq && state !== 'planned')
  const show = () => {
    if (step) goTo(step.number)
    setTab('checks')
  }
  return (
    <section
      aria-label="Task"
      className="max-h-[40%] shrink-0 overflow-y-auto border-line border-b bg-sunken px-4 py-2"
    >
      <div className="flex flex-wrap items-start gap-x-6 gap-y-1">
        <div className="min-w-0 flex-1 basis-72">
          <h2 className="font-semibold">{title}</h2>
          <Prose text={text} className="max-w-[72ch]" />
        </div>
        <div className="flex flex-wrap gap-2">
          {step && (
            <Button variant="primary" onClick={show}>
              Look at the check
            </Button>
          )}
          {done && <ButtonLink href={lessonPath(plan.id) + SUMMARY}>On with the lesson</ButtonLink>}
        </div>
      </div>
      <p role="status" aria-label="Result" className="wrap-anywhere mt-1 flex items-start gap-2">
        <Icon name={done ? 'shield' : 'again'} size={16} className="mt-0.5 shrink-0" />
        <span className="min-w-0 max-w-[72ch]">
          <strong className="font-semibold">{done ? 'Done.' : 'Not yet.'}</strong> {sentence}
        </span>
      </p>
      {!done && <Hints hints={hints} />}
    </section>
  )
}
