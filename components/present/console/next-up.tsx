'use client'

import { usePlayer } from '@/components/player/player-context'
import { usePresent } from '../present-context'
import { StepWords } from './step-words'

/** What the next press will show. */
export function NextUp() {
  const { coming } = usePresent()
  const { head } = usePlayer()
  return (
    <section aria-label="Next" className="min-w-0">
      <h2 className="mb-1.5 font-semibold text-subtle text-xs">
        Next{coming && coming.number > head && ', as it usually comes'}
      </h2>
      <div className="rounded-lg border border-line bg-surface p-4">
        {coming ? (
          <>
            <StepWords step={coming} />
            <p className="mt-2 text-muted">{coming.lesson.caption}</p>
          </>
        ) : (
          <p className="text-muted">Nothing: this was the last step.</p>
        )}
      </div>
    </section>
  )
}
