'use client'

import { usePlayer } from '@/components/player/player-context'
import { notesFor } from '@/lib/lessons/lesson'
import { StepWords } from './step-words'

/** What to say at the current step. */
export function Notes() {
  const { current, summary, title } = usePlayer()
  return (
    <section aria-label="Notes" className="rounded-lg border border-line bg-surface p-4">
      <h2 className="sr-only">Notes</h2>
      {current ? (
        <>
          <StepWords step={current} />
          <p className="mt-3 max-w-[62ch] text-xl leading-8">{notesFor(current.lesson)}</p>
          <p className="mt-3 max-w-[68ch] text-muted">{current.lesson.caption}</p>
        </>
      ) : (
        <>
          <p className="font-semibold text-lg">Before the first step: {title}</p>
          <p className="mt-3 max-w-[62ch] text-xl leading-8">{summary}</p>
        </>
      )}
    </section>
  )
}
