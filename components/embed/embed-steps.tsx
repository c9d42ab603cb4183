'use client'

import { Diagram } from '@/components/diagram/diagram'
import { Inspector } from '@/components/inspector/inspector'
import { AliceScreen, DeviceScreens } from '@/components/player/alice-screen'
import { Caption } from '@/components/player/caption'
import { FailureBanner } from '@/components/player/failure-banner'
import { LearnerEvents } from '@/components/player/learner-events'
import { usePlayer, useViewer, useViewerStore } from '@/components/player/player-context'
import { useKeys } from '@/components/player/use-keys'
import { Transcript } from '@/components/transcript/transcript'
import { classes } from '@/components/ui/classes'
import type { Theme } from '@/components/ui/theme'
import { EmbedBar } from './embed-bar'
import { EmbedFrame } from './embed-frame'

const nothing = () => {}

/** An embedded player that steps: diagram and caption, or the inspector in their place where both have no room. */
export function EmbedSteps({ theme }: { theme: Theme | null }) {
  const open = useViewer((viewer) => viewer.inspectorOpen)
  const viewer = useViewerStore()
  const { title } = usePlayer()
  // Single-character keys stay the course page's and the reader's: an embed has no switch for them (WCAG 2.1.4).
  useKeys({
    characters: false,
    toggleInspector: nothing,
    openInspector: nothing,
    help: nothing,
    find: nothing,
    overview: nothing,
  })
  return (
    <EmbedFrame theme={theme}>
      <main aria-label={title} className="flex min-h-0 flex-1">
        <div className={classes('flex min-w-0 flex-1 flex-col', open && 'max-sm:hidden')}>
          <FailureBanner />
          <Stage />
          <Band />
        </div>
        {open && (
          <aside aria-label="Inspector" className="relative min-w-0 flex-1 border-line sm:border-l">
            <h2 className="sr-only">Inspector</h2>
            <Inspector />
          </aside>
        )}
      </main>
      <EmbedBar open={open} onInspector={() => viewer.getState().setInspectorOpen(!open)} />
    </EmbedFrame>
  )
}

/** The view the address names, and the transcript: shown, or for assistive technology only. */
function Stage() {
  const view = useViewer((viewer) => viewer.view)
  const text = view === 'transcript'
  return (
    <div className="relative min-h-0 flex-1">
      <div className={classes('h-full overflow-y-auto', !text && 'sr-only')}>
        <h2 className="sr-only">Transcript</h2>
        <Transcript shown={text} />
      </div>
      {!text && (
        <div className="h-full">
          <Diagram view={view} />
        </div>
      )}
    </div>
  )
}

/** Under the diagram: why the step exists, and what Alice sees. */
function Band() {
  const text = useViewer((viewer) => viewer.view === 'transcript')
  return (
    <section
      aria-label="About this step"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
      tabIndex={0}
      className="flex max-h-[48%] shrink-0 flex-wrap content-start gap-x-4 gap-y-2 overflow-y-auto border-line border-t bg-surface px-3 py-2 -outline-offset-2"
    >
      {!text && <Caption />}
      <DeviceScreens className="max-h-36 w-56 shrink-0" />
      <AliceScreen className="w-72 max-w-full shrink-0" />
      <LearnerEvents />
    </section>
  )
}
