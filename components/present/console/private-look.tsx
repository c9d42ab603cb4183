'use client'

import { lookOnly } from '@/components/player/look-only'
import { PlayerProvider } from '@/components/player/player-context'
import { PresentProvider, usePresent } from '../present-context'
import { SharedViewer } from '../shared-viewer'
import { Slide } from '../slide/slide'
import { SlideFrame } from '../slide/slide-frame'

/** What only the presenter sees: a slide to look things up on, without anything that is meant for the audience. */
export function PrivateLook() {
  const present = usePresent()
  const shared = { ...present.shared, bare: true, black: false, question: null, laser: null, ink: null }
  return (
    <section aria-label="Only you see this" className="min-w-0">
      <h2 className="mb-1.5 font-semibold text-subtle text-xs">Only you see this</h2>
      <PresentProvider value={{ ...present, shared, pointing: 'none' }}>
        <SlideFrame className="h-[60dvh] min-h-96 rounded-lg border border-control border-dashed bg-sunken">
          <Slide />
        </SlideFrame>
      </PresentProvider>
    </section>
  )
}

/** Where the audience stays meanwhile, in small. */
export function AudienceSees() {
  const present = usePresent()
  const { frozen } = present
  if (!frozen) return null
  const { view, shared } = frozen
  const where = view.current ? `step ${view.cursor}, ${view.current.lesson.title}` : 'the beginning'
  return (
    <section aria-label="The audience sees" className="min-w-0">
      <h2 className="mb-1.5 font-semibold text-subtle text-xs">The audience sees</h2>
      <SlideFrame thumbnail className="aspect-video rounded-lg border border-control bg-sunken">
        <PresentProvider value={{ ...present, shared, driving: false, pointing: 'none' }}>
          <PlayerProvider view={view} actions={LOOKS}>
            <SharedViewer />
            {/* A picture: what it shows stands below it in words. */}
            <div inert aria-hidden="true" className="h-full">
              <Slide />
            </div>
          </PlayerProvider>
        </PresentProvider>
      </SlideFrame>
      <p className="mt-2">
        It stays at <span className="font-semibold">{where}</span>.
      </p>
    </section>
  )
}

const LOOKS = lookOnly()
