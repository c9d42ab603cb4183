'use client'

import { useMemo } from 'react'
import type { readLink } from '@/components/player/link'
import { Player } from '@/components/player/player'
import { EntryPlayer } from '@/components/player/run/flow-player'
import type { BreakTask, LessonPlan } from '@/lib/course/lesson-plan'
import { findGrant } from '@/machines/catalogue'
import type { GrantEntry } from '@/machines/kit/entry'
import { SUMMARY } from '../../lesson/parts'
import { lessonPath, taskPath } from '../task-links'
import { BreakStrip } from './break-strip'

interface BreakPageProps {
  plan: LessonPlan
  task: BreakTask
  spot: Omit<ReturnType<typeof readLink>, 'options'>
}

/** The player on the lesson's flow, with what to reach above the diagram; its run is remembered apart from others. */
export function BreakPage({ plan, task, spot }: BreakPageProps) {
  const entry = useMemo(() => taskEntry(plan, task), [plan, task])
  return (
    <EntryPlayer
      entry={entry}
      options={{}}
      spot={spot}
      memory={`task:${plan.id}:${task.id}`}
      screen={(run) => <Player strip={<BreakStrip plan={plan} task={task} run={run} />} />}
    />
  )
}

/** The flow as the lesson has it: its options are the lesson's, and nobody chooses others. */
function taskEntry({ id, flow, options }: LessonPlan, task: BreakTask): GrantEntry {
  const entry = findGrant(flow)
  if (!entry) throw new Error(`The catalogue has no flow ${flow}.`)
  return {
    ...entry,
    options: [],
    lab: () => entry.lab(options),
    home: { runs: taskPath(id, task.id), about: lessonPath(id) + SUMMARY, label: 'Back to the lesson' },
  }
}
