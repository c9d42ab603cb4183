'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'

/** Hints, one at a time, for whoever asks. */
export function Hints({ hints }: { hints: readonly string[] }) {
  const [shown, setShown] = useState(0)
  if (hints.length === 0) return null
  const left = hints.length - shown
  return (
    <div>
      <ol aria-live="polite" aria-label="Hints" className="max-w-[68ch] list-decimal pl-5 text-muted">
        {hints.slice(0, shown).map((hint) => (
          <li key={hint} className="pb-1">
            {hint}
          </li>
        ))}
      </ol>
      {left > 0 && (
        <Button variant="quiet" className="-ml-2.5 text-muted" onClick={() => setShown(shown + 1)}>
          {shown === 0 ? 'Give me a hint' : `Another hint (${left} left)`}
        </Button>
      )}
    </div>
  )
}
