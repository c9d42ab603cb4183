'use client'

import { usePresent } from '../present-context'
import { Slide } from '../slide/slide'
import { SlideFrame } from '../slide/slide-frame'

/** The audience window in small; laser and ink can be used on it. */
export function OnScreen() {
  const { shared } = usePresent()
  return (
    <section aria-label="On screen now" className="min-w-0">
      <h2 className="mb-1.5 flex items-baseline gap-2 font-semibold text-subtle text-xs">
        On screen now
        {shared.black && <span className="font-bold text-ink">BLACK SCREEN</span>}
      </h2>
      <SlideFrame thumbnail className="aspect-video rounded-lg border border-control bg-sunken">
        {/* A picture: what it shows stands beside it in words. */}
        <div inert aria-hidden="true" className="h-full">
          <Slide />
        </div>
      </SlideFrame>
    </section>
  )
}
