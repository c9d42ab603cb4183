'use client'

import { Diagram } from '@/components/diagram/diagram'
import { Inspector } from '@/components/inspector/inspector'
import { AliceScreen, DeviceScreens } from '@/components/player/alice-screen'
import { usePlayer } from '@/components/player/player-context'
import { Transcript } from '@/components/transcript/transcript'
import { usePresent } from '../present-context'
import { EchoChip } from './echo-chip'
import { JoinCard } from './join-card'
import { Pointer } from './pointer'
import { QuestionCard } from './question-card'
import { SlideBand } from './slide-band'

/** What the audience sees: the diagram, what stands beside it, and the step's title. */
export function Slide() {
  const { shared } = usePresent()
  return (
    <div
      data-theme={shared.theme}
      data-larger={shared.scale > 100 || undefined}
      className="slide group/slide @container relative flex h-full w-full flex-col overflow-hidden bg-canvas text-ink"
    >
      <div className="relative flex min-h-0 flex-1">
        <div className="min-w-0 flex-1">
          <SlideView />
        </div>
        <SlidePanel />
        <EchoChip />
        {shared.question && <QuestionCard question={shared.question} />}
        {shared.room && shared.step === null && !shared.question && !shared.bare && <JoinCard code={shared.room} />}
      </div>
      <SlideBand />
      <Pointer />
      {shared.black && (
        <div className="absolute inset-0 z-50 bg-black">
          <p className="sr-only">The screen is black. Press B to come back.</p>
        </div>
      )}
    </div>
  )
}

function SlideView() {
  const { view } = usePresent().shared
  if (view === 'transcript') {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
      <section aria-label="Messages so far" tabIndex={0} className="h-full overflow-y-auto -outline-offset-2">
        <Transcript shown />
      </section>
    )
  }
  return <Diagram view={view === 'map' ? 'map' : 'sequence'} />
}

function SlidePanel() {
  const { panel } = usePresent().shared
  const { screen, devices } = usePlayer()
  if (panel === 'inspector') {
    return (
      <aside
        aria-label="Inspector"
        className="flex w-[340px] shrink-0 border-line border-l bg-canvas @max-[700px]:absolute @max-[700px]:inset-0 @max-[700px]:z-20 @max-[700px]:w-full"
      >
        <h2 className="sr-only">Inspector</h2>
        <div className="min-w-0 flex-1">
          <Inspector />
        </div>
      </aside>
    )
  }
  if (panel === 'none') return null
  return (
    <aside
      aria-label="Screens"
      className="flex w-[300px] shrink-0 flex-col gap-3 overflow-y-auto border-line border-l bg-canvas p-3 @max-[700px]:absolute @max-[700px]:inset-0 @max-[700px]:z-20 @max-[700px]:w-full"
    >
      <h2 className="sr-only">Screens</h2>
      <DeviceScreens className="shrink-0" />
      <AliceScreen className="shrink-0" />
      {!screen && devices.length === 0 && <p className="text-muted">Alice’s browser has shown no page yet.</p>}
    </aside>
  )
}
