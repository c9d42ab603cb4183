'use client'

import { announcement } from '@/components/player/announcement'
import { usePlayer } from '@/components/player/player-context'
import { Transcript } from '@/components/transcript/transcript'
import { classes } from '@/components/ui/classes'
import { HandOver } from '../hand-over'
import { usePresent } from '../present-context'
import { Presenting } from '../presenting'
import { Slide } from '../slide/slide'
import { SlideFrame } from '../slide/slide-frame'
import { useIdle } from '../use-idle'
import { useWakeLock } from '../use-wake-lock'

interface AudienceWindowProps {
  flow: string
  options: Record<string, string>
}

/** The window on the projector. */
export function AudienceWindow({ flow, options }: AudienceWindowProps) {
  return (
    <Presenting flow={flow} options={options} as="audience">
      <Projection />
    </Presenting>
  )
}

function Projection() {
  const { shared, notice: told } = usePresent()
  const view = usePlayer()
  const notice = told ?? view.failure
  const idle = useIdle()
  useWakeLock()
  return (
    <main
      data-theme={shared.theme}
      className={classes('relative h-dvh overflow-hidden bg-canvas text-ink', idle && 'cursor-none')}
    >
      <h1 className="sr-only">{view.title}, presented</h1>
      <SlideFrame className="h-full">
        <Slide />
      </SlideFrame>
      <HandOver />
      {notice && (
        <p role="alert" className="absolute inset-x-0 top-0 z-50 bg-ink px-6 py-3 text-center text-3xl text-surface">
          {notice}
        </p>
      )}
      {shared.view !== 'transcript' && (
        <section aria-label="Transcript" className="sr-only">
          <Transcript shown={false} />
        </section>
      )}
      <p role="status" aria-live="polite" className="sr-only">
        {announcement(view)}
      </p>
    </main>
  )
}
