'use client'

import { usePlayer } from '@/components/player/player-context'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { Prose } from '@/components/ui/prose'
import type { LessonPlan, Prediction } from '@/lib/course/lesson-plan'
import { asked } from './asking'
import { isSaid, type Said, type Sitting } from './sitting'

/** What came of one answer, in words. */
export interface Verdict {
  right: boolean
  /** `You said “A form”.` */
  lead: string
  /** Why it does not come so, and what came. */
  text: string
}

/** @param label the message that came, as the diagram has it */
export function verdictOf({ options }: Prediction, { option, sure, came }: Said, label: string): Verdict {
  const said = options.find(({ id }) => id === option)
  const really = options.find(({ id }) => id === came)
  if (option === came) {
    return {
      right: true,
      lead: `As you said: “${said?.text}”.`,
      text: sure ? '' : 'You were not sure; now you have seen it.',
    }
  }
  if (!really) return { right: false, lead: `None of these: ${label} came.`, text: `You said “${said?.text}”.` }
  return { right: false, lead: `You said “${said?.text}”.`, text: `${said?.why} The answer: “${really.text}”.` }
}

/** The verdicts of what was answered about, or at, the step looked at. */
export function verdictsAt(
  plan: Pick<LessonPlan, 'stops'>,
  { answers, again }: Sitting,
  at: number,
  label: string,
): Verdict[] {
  return asked(plan).flatMap(({ question }) => {
    const given = [again[question.id], answers[question.id]].find((one) => isSaid(one) && one.at === at)
    return isSaid(given) && given.came !== undefined ? [verdictOf(question, given, label)] : []
  })
}

/** After the step is there: what came of the answer, and what the instructor adds. */
export function Feedback({ plan, sitting }: { plan: LessonPlan; sitting: Sitting }) {
  const { current, cursor } = usePlayer()
  const verdicts = current ? verdictsAt(plan, sitting, cursor, current.label) : []
  const notes = plan.stops.flatMap(({ step, note }) => (note && step === current?.id ? [note] : []))
  if (verdicts.length + notes.length === 0) return null
  return (
    <section
      aria-label="Your answer"
      className="grid max-h-[40%] shrink-0 gap-1.5 overflow-y-auto border-line border-t bg-sunken px-4 py-2.5 md:px-5"
    >
      {verdicts.map(({ right, lead, text }) => (
        <p key={lead} className="flex gap-2.5">
          <Icon name={right ? 'check' : 'again'} size={16} className="mt-0.5 shrink-0" />
          <span className="max-w-[80ch]">
            <strong className="font-semibold">{lead}</strong> {text}
          </span>
        </p>
      ))}
      {notes.map((note) => (
        <Prose key={note} text={note} className={classes('max-w-[80ch] text-muted', verdicts.length > 0 && 'pl-6.5')} />
      ))}
    </section>
  )
}
