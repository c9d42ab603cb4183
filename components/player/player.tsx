'use client'

import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { Diagram } from '@/components/diagram/diagram'
import { Inspector } from '@/components/inspector/inspector'
import { Transcript } from '@/components/transcript/transcript'
import { classes } from '@/components/ui/classes'
import { AliceScreen, DeviceScreens } from './alice-screen'
import { announcement } from './announcement'
import { PlayerSettings, PlayerTitle } from './app-bar'
import { BranchTabs } from './branch-tabs'
import { Beginning, Caption } from './caption'
import { FailureBanner } from './failure-banner'
import { type PlayerDialog, PlayerDialogs } from './find/player-dialogs'
import { type Detent, InspectorSlot } from './inspector-slot'
import { LearnerEvents } from './learner-events'
import { NEXT_BUTTON } from './next-button'
import { PartyStrip } from './party-strip'
import { Liveness, PlayerBar } from './player-bar'
import { usePlayer, useViewer } from './player-context'
import { StepRail } from './step-rail'
import { totalOf } from './total'
import { useCharacterKeys } from './use-character-keys'
import { useKeys } from './use-keys'
import { useLayout } from './use-layout'

interface PlayerProps {
  /** Stands above the diagram. */
  strip?: ReactNode
  /** Stands in the place of the caption, for as long as something is asked. */
  question?: ReactNode
  /** Stands above the caption, and above a phone's controls. */
  remark?: ReactNode
}

/** The player: diagram, caption, inspector and controls over one run. Reading order: title, controls, transcript, inspector, settings. */
export function Player({ strip, question, remark }: PlayerProps) {
  const layout = useLayout()
  const phone = layout === 'phone'
  const inspectorOpen = useViewer((viewer) => viewer.inspectorOpen)
  const setInspectorOpen = useViewer((viewer) => viewer.setInspectorOpen)
  const editing = useViewer((viewer) => viewer.editing)
  const asked = useViewer((viewer) => viewer.asked)
  const [detent, setDetent] = useState<Detent>(null)
  const [lanes, setLanes] = useState(false)
  const [dialog, setDialog] = useState<PlayerDialog | null>(null)
  const [characters, setCharacters] = useCharacterKeys()
  const rail = useRef<HTMLDivElement>(null)
  const hideRail = useCallback(() => rail.current?.hidePopover(), [])

  const openInspector = () => (phone ? setDetent((now) => now ?? 65) : setInspectorOpen(true))
  const toggleInspector = () =>
    phone ? setDetent((now) => (now === null ? 65 : null)) : setInspectorOpen(!inspectorOpen)
  const openHelp = () => setDialog('help')
  useKeys({
    characters,
    toggleInspector,
    openInspector,
    help: openHelp,
    find: () => setDialog('find'),
    overview: () => setDialog('overview'),
  })

  useEffect(() => {
    if (editing) setDetent((now) => now ?? 65)
  }, [editing])
  useEffect(() => {
    if (asked > 0) setDetent((now) => now ?? 65)
  }, [asked])

  return (
    <div className="grid h-dvh grid-cols-[minmax(0,1fr)_auto] grid-rows-[48px_minmax(0,1fr)_72px] overflow-hidden bg-canvas md:grid-rows-[48px_minmax(0,1fr)_64px] xl:grid-cols-[224px_minmax(0,1fr)_auto]">
      <a href={`#${NEXT_BUTTON}`} className="skip-link rounded-md bg-accent px-3 py-2 font-semibold text-accent-ink">
        Skip to the player
      </a>
      <header className="col-span-full row-start-1 flex min-w-0 items-center border-line border-b bg-surface pl-4 max-md:pr-44 md:max-xl:pr-152">
        <PlayerTitle />
      </header>
      <PlayerBar
        className="col-span-full row-start-3"
        onInspect={() => setDetent(65)}
        onSteps={layout === 'wide' ? null : () => rail.current?.togglePopover()}
      />
      <main className="col-start-1 row-start-2 flex min-h-0 min-w-0 flex-col max-md:col-span-full xl:col-start-2">
        <FailureBanner />
        {strip}
        {layout !== 'wide' && <BranchTabs className="shrink-0 border-line border-b bg-surface px-3 py-1.5" />}
        <Stage phone={phone} lanes={lanes} />
        {question ?? (
          <>
            {remark}
            <Band />
          </>
        )}
      </main>
      <div className="row-start-2 flex min-h-0 max-md:contents md:col-start-2 xl:col-start-3">
        <InspectorSlot detent={detent} onDetent={setDetent}>
          <Inspector />
        </InspectorSlot>
      </div>
      {layout === 'wide' ? (
        <StepRail className="col-start-1 row-start-2 border-line border-r bg-surface max-xl:hidden" />
      ) : (
        <div
          ref={rail}
          popover="auto"
          className="fixed inset-auto bottom-18 left-2 m-0 max-h-[70dvh] w-72 overflow-y-auto rounded-lg border border-control bg-surface text-ink"
        >
          <StepRail onGo={hideRail} />
        </div>
      )}
      <div className="col-span-full row-start-1 flex items-center justify-self-end pr-2 pb-px">
        <PlayerSettings
          onInspector={toggleInspector}
          onHelp={openHelp}
          lanes={lanes}
          onLanes={() => setLanes((now) => !now)}
        />
      </div>
      <Announcer />
      <PlayerDialogs
        open={dialog}
        onClose={() => setDialog(null)}
        characters={characters}
        onCharacters={setCharacters}
      />
    </div>
  )
}

/** The chosen view, and the transcript: shown, or for assistive technology only. */
function Stage({ phone, lanes }: { phone: boolean; lanes: boolean }) {
  const view = useViewer((viewer) => viewer.view)
  const text = phone ? !lanes : view === 'transcript'
  return (
    <div className="relative min-h-0 flex-1">
      <div className={classes('h-full overflow-y-auto', !text && 'sr-only')}>
        <PartyStrip />
        <h2 className="sr-only">Transcript</h2>
        {text && <BeforeTranscript />}
        <Transcript shown={text} />
        {phone && text && <PhoneActions />}
      </div>
      {phone && <ReplayStrip />}
      {!text && (
        <div className={classes('h-full', !phone && 'max-md:hidden')}>
          <Diagram view={view} />
        </div>
      )}
    </div>
  )
}

/** A transcript of nothing yet says what is about to happen. */
function BeforeTranscript() {
  const view = usePlayer()
  if (view.head > 0) return null
  return (
    <div className="mx-auto max-w-3xl px-4 pt-5 md:px-5">
      <Beginning summary={view.summary} total={totalOf(view)} />
    </div>
  )
}

/** On a phone, that one looks at the past stands above the controls. */
function ReplayStrip() {
  const { live, presenter } = usePlayer()
  if (presenter ? presenter.followed : live) return null
  return (
    <div className="absolute inset-x-0 bottom-0 z-10 flex justify-center border-line border-t bg-surface py-1.5 md:hidden">
      <Liveness />
    </div>
  )
}

/** On a phone, what can be done beyond Next stands below the last card. */
function PhoneActions() {
  return (
    <div className="flex flex-col gap-2 px-3 pb-4">
      <DeviceScreens />
      <AliceScreen />
      <LearnerEvents />
    </div>
  )
}

/** Under the diagram: why the step exists, and what Alice sees. The transcript carries its captions itself. */
function Band() {
  const { userActs, screen, devices } = usePlayer()
  const text = useViewer((viewer) => viewer.view === 'transcript')
  if (text && !screen && devices.length === 0) return null
  return (
    <div className="flex max-h-[45%] min-h-32 shrink-0 flex-wrap content-start justify-end gap-x-5 gap-y-2.5 overflow-y-auto border-line border-t bg-surface px-5 py-3 max-md:hidden">
      {!text && <Caption />}
      <DeviceScreens className="max-h-36 w-60 shrink-0 self-start" />
      <AliceScreen className={classes('shrink-0 self-start', userActs ? 'w-88' : 'max-h-36 w-60')} />
      <LearnerEvents />
    </div>
  )
}

function Announcer() {
  const view = usePlayer()
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {announcement(view)}
    </p>
  )
}
