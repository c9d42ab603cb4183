'use client'

import { useEffect } from 'react'
import { EntryPlayer } from '@/components/player/run/flow-player'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import { findGrant } from '@/machines/catalogue'
import { recordOpened } from '../progress/progress-store'
import { LessonScreen } from './lesson-screen'
import { memoryOf } from './parts'
import { UnknownFlow } from './unknown-flow'

/** Where the run of a lesson begins: at its own beginning, or where this tab left it. */
const BEGINNING = { step: null, notice: null, tab: 'message', view: 'sequence', theme: null } as const

/** The lesson's flow in the player, in a lab of its own. */
export function LessonPlayer({ plan }: { plan: LessonPlan }) {
  const entry = findGrant(plan.flow)
  useEffect(() => recordOpened(plan.id), [plan.id])
  if (!entry) return <UnknownFlow flow={plan.flow} />
  return (
    <EntryPlayer
      entry={entry}
      options={{ ...plan.options }}
      spot={BEGINNING}
      memory={memoryOf(plan.id)}
      screen={(run) => <LessonScreen plan={plan} run={run} />}
    />
  )
}
