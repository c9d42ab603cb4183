'use client'

import { useState } from 'react'
import { usePlayer } from '@/components/player/player-context'
import { Button } from '@/components/ui/button'
import { type Draft, draftOf } from './draft'
import { mutationsFor } from './mutations'
import type { DraftAction } from './reducer'

/** Changes worth trying, made with one click. One that is already made rests. */
export function MutationChips({ draft, act }: { draft: Draft; act(action: DraftAction): void }) {
  const { clients } = usePlayer().lab
  const [offered] = useState(() => mutationsFor(draftOf(draft.original, [draft.base]), { clients }))
  if (offered.length === 0) return null
  return (
    <section aria-label="Changes worth trying" className="px-4 pt-3">
      <h3 className="text-subtle text-xs">Worth trying</h3>
      <ul className="mt-1 flex flex-wrap gap-1.5">
        {offered.map((mutation) => {
          const changed = mutation.apply(draft, { clients })
          return (
            <li key={mutation.id}>
              <Button
                aria-disabled={changed === null}
                onClick={() => changed && act({ type: 'replace', draft: changed })}
                className="h-7! px-2! aria-disabled:border-line aria-disabled:text-subtle"
              >
                {mutation.label}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
