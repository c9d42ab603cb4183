'use client'

import { useState } from 'react'
import { embedPath, embedSnippet } from '@/components/embed/embed-link'
import type { Spot } from '@/components/player/link'
import { CopyField } from '@/components/ui/copy-field'
import type { GrantEntry } from '@/machines/kit/entry'

/** The frame that a teacher pastes into a course page. */
export function EmbedSection({ entry, spot }: { entry: GrantEntry; spot: Spot }) {
  const [locked, setLocked] = useState(false)
  const lock = locked && spot.step !== null
  const address = new URL(embedPath(entry, spot, lock), window.location.origin).href
  const snippet = embedSnippet(address, `${entry.title}, in Grant Lab`)
  return (
    <section aria-labelledby="share-embed">
      <h3 id="share-embed" className="font-semibold">
        Course page
      </h3>
      <p className="mt-0.5 text-muted text-sm">
        HTML for a page of a learning platform: the player in a frame, each reader in a lab of their own.
      </p>
      <div className="mt-2">
        <CopyField label="HTML for a course page" text={snippet} button="Copy HTML" />
      </div>
      {spot.step !== null && (
        <label className="mt-2 flex min-h-6 items-center gap-2 text-sm">
          <input type="checkbox" checked={locked} onChange={(event) => setLocked(event.currentTarget.checked)} />
          Only this step, without Next and Back
        </label>
      )}
    </section>
  )
}
