'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { NEXT_BUTTON } from '@/components/player/next-button'
import { usePlayer, usePlayerActions } from '@/components/player/player-context'
import type { PlayerActions, PlayerView } from '@/components/player/player-view'
import { walking } from '@/components/player/run/walking'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import { NOT_OPENED } from '@/lib/course/progress'
import { progressOf, recordPrediction } from '../progress/progress-store'
import { asked, type Due, dueOf, newSitting, shownOf } from './asking'
import { comeTrue, evidenceAt } from './judging'
import { lessonView } from './lesson-view'
import { isSaid, type Said, type Sitting, savedSitting, saveSitting } from './sitting'

/** A question on the screen, with what is chosen so far. */
export interface Open extends Due {
  /** The step it is asked at, by number. */
  at: number
  option: string | null
  sure: boolean | null
  /** What the learner was about to do. */
  go(): void
}

export interface Asking {
  view: PlayerView
  actions: PlayerActions
  sitting: Sitting
  open: Open | null
  choose(option: string): void
  feel(sure: boolean): void
  skip(): void
}

/**
 * The player's view and actions as a lesson has them: what leads on asks first, where something is to be asked.
 *
 * @param onEnd Next was pressed when nothing comes any more
 */
export function useAsking(plan: LessonPlan, onEnd: () => void): Asking {
  const view = usePlayer()
  const actions = usePlayerActions()
  const lab = view.lab.id
  const [sitting, setSitting] = useState<Sitting>(
    () => savedSitting(lab) ?? newSitting(plan, asksAll() ? NOT_OPENED : progressOf(plan.id), view),
  )
  const [draft, setOpen] = useState<Open | null>(null)

  const { cursor, head, steps, next } = view
  const shown = shownOf(plan, sitting, view)
  const idle = next.waitingFor === null && view.failure === null
  const ended = idle && view.live && !next.enabled && cursor === head && head > 0
  const due = idle ? dueOf(plan, sitting, { steps, head, cursor, ended }) : null
  const open = draft?.at === cursor ? draft : null

  useEffect(() => {
    const judged = judgedNow(plan, sitting, view)
    for (const [question, { option, sure, came = null }] of judged) {
      recordPrediction(plan.id, question, { option, sure, came })
    }
    if (judged.length === 0 && sitting.seen >= cursor) return
    const answers = { ...sitting.answers, ...Object.fromEntries(judged) }
    setSitting({ ...sitting, answers, seen: Math.max(sitting.seen, cursor) })
  }, [plan, sitting, view, cursor])
  useEffect(() => saveSitting(lab, sitting), [lab, sitting])

  const answer = () => {
    if (!open || open.option === null || open.sure === null) return focusMissing(open)
    const { question, round, option, sure } = open
    const before = sitting.answers[question.id]
    const again = round === 'again' && isSaid(before)
    const said: Said = again
      ? { said: 'option', option, sure, at: cursor, came: before.came ?? null }
      : { said: 'option', option, sure, at: cursor + 1 }
    if (again) recordPrediction(plan.id, question.id, { option, sure, came: before.came ?? null })
    setSitting({ ...sitting, [round]: { ...sitting[round], [question.id]: said } })
    close()
    if (!again) open.go()
  }
  const close = () => {
    setOpen(null)
    document.getElementById(NEXT_BUTTON)?.focus()
  }
  /** Asks first; what was about to be done is done after the answer. */
  const asking = (work: () => void) => {
    if (open) answer()
    else if (due) setOpen({ ...due, at: cursor, option: null, sure: null, go: work })
    else work()
  }

  const latest = useRef({ asking, view, shown, ended, due, actions, onEnd })
  latest.current = { asking, view, shown, ended, due, actions, onEnd }
  const shownView = useMemo(() => lessonView(view, plan, sitting, shown), [view, plan, sitting, shown])
  const shownNow = useRef(shownView)
  shownNow.current = shownView
  const lessonActions = useMemo(
    () => lessonActionsOf(actions, () => ({ ...latest.current, view: shownNow.current })),
    [actions],
  )

  const label = nextLabel(open, due, ended)
  return {
    view: label === null ? shownView : { ...shownView, next: { label, enabled: true, waitingFor: null } },
    actions: lessonActions,
    sitting,
    open,
    choose: (option) => setOpen(open && { ...open, option }),
    feel: (sure) => setOpen(open && { ...open, sure }),
    skip() {
      if (!open) return
      const { question, round, go } = open
      setSitting({ ...sitting, [round]: { ...sitting[round], [question.id]: { said: 'skipped' } } })
      close()
      go()
    },
  }
}

/** `?ask=all` in the address: what came out as said on an earlier visit is asked, too. */
const asksAll = () => new URLSearchParams(location.search).get('ask') === 'all'

interface Now {
  asking(work: () => void): void
  view: PlayerView
  shown: number
  ended: boolean
  due: Due | null
  onEnd(): void
}

/** What leads on asks first, and nothing leads beyond what may be seen. */
function lessonActionsOf(actions: PlayerActions, now: () => Now): PlayerActions {
  const goTo = (number: number) => actions.goTo(Math.min(number, now().shown))
  return {
    ...actions,
    ...walking(() => now().view, goTo),
    next() {
      const { asking, ended, due, onEnd } = now()
      if (ended && !due) onEnd()
      else asking(actions.next)
    },
    jumpToLive() {
      const { view, shown } = now()
      if (view.cursor < shown) goTo(shown)
      else actions.jumpToLive()
    },
    submit: (form, values) => now().asking(() => actions.submit(form, values)),
    deliverEdited: (request) => now().asking(() => actions.deliverEdited(request)),
    drop: () => now().asking(actions.drop),
  }
}

/** Answers whose step has come, with what came. */
function judgedNow(plan: LessonPlan, sitting: Sitting, view: PlayerView): [id: string, said: Said][] {
  return asked(plan).flatMap(({ question }): [string, Said][] => {
    const given = sitting.answers[question.id]
    if (!isSaid(given) || given.came !== undefined || given.at > view.head) return []
    const step = view.steps[given.at - 1]
    const evidence = step && evidenceAt(view, step)
    return evidence ? [[question.id, { ...given, came: comeTrue(question, evidence) }]] : []
  })
}

/** Never says what comes while that is the question. */
function nextLabel(open: Open | null, due: Due | null, ended: boolean): string | null {
  if (open) return open.option === null || open.sure === null ? 'Next: choose an answer first' : 'Next: see what comes'
  if (due) return due.round === 'again' ? 'Next: a question, once more' : 'Next: a question first'
  return ended ? 'Next: look back at the lesson' : null
}

/** Id of the question's two groups of choices. */
export const OPTIONS = 'prediction-options'
export const CONFIDENCE = 'prediction-confidence'

function focusMissing(open: Open | null): void {
  const group = open?.option === null ? OPTIONS : CONFIDENCE
  document.querySelector<HTMLInputElement>(`#${group} input`)?.focus()
}
