'use client'

import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import type { Question } from '@/lib/room/state'
import { usePresent } from '../present-context'
import { letterOf } from '../question'

/** A question to the audience. How they voted is seen once the answer is. */
export function QuestionCard({ question }: { question: Question }) {
  const { crowd, shared } = usePresent()
  const { answer } = question
  const counts = answer ? (crowd?.counts ?? null) : null
  const voted = crowd?.voted ?? 0
  return (
    <section
      aria-label="Question"
      className="absolute inset-0 z-20 flex flex-col justify-center gap-3 bg-canvas px-14 py-6 group-data-larger/slide:gap-1.5 group-data-larger/slide:px-6 group-data-larger/slide:py-2"
    >
      <h2 className="font-semibold text-3xl group-data-larger/slide:text-xl">{question.text}</h2>
      <ol className="mt-2 grid gap-2 group-data-larger/slide:mt-0 group-data-larger/slide:gap-1">
        {question.options.map(({ id, text }, at) => (
          <QuestionOption
            key={id}
            letter={letterOf(at)}
            text={text}
            right={answer ? answer.id === id : null}
            share={counts && voted > 0 ? (counts[id] ?? 0) / voted : null}
            votes={counts?.[id] ?? null}
          />
        ))}
      </ol>
      <p role="status" className="text-lg text-muted group-data-larger/slide:text-base">
        {answer?.id === null && `What came is none of these: ${answer.text}. `}
        {shared.room && (answer ? `${voted} voted.` : `${voted} of ${crowd?.followers ?? 0} have voted.`)}
      </p>
    </section>
  )
}

interface QuestionOptionProps {
  letter: string
  text: string
  /** Null until it is revealed. */
  right: boolean | null
  share: number | null
  votes: number | null
}

function QuestionOption({ letter, text, right, share, votes }: QuestionOptionProps) {
  return (
    <li
      className={classes(
        'relative flex min-h-11 items-center gap-3 overflow-hidden rounded-lg border px-3 text-lg group-data-larger/slide:min-h-9 group-data-larger/slide:text-base',
        right ? 'border-accent outline outline-accent' : 'border-control',
        right === false && 'text-muted',
      )}
    >
      {share !== null && (
        <span aria-hidden="true" className="absolute inset-y-0 left-0 bg-sunken" style={{ width: `${share * 100}%` }} />
      )}
      <span className="relative font-bold">{letter}</span>
      <span className="relative min-w-0 flex-1 font-mono">{text}</span>
      {votes !== null && <span className="relative tabular-nums">{votes}</span>}
      {right && (
        <span className="relative flex items-center gap-1.5 font-semibold">
          <Icon name="check" /> what came
        </span>
      )}
    </li>
  )
}
