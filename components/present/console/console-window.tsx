'use client'

import { announcement } from '@/components/player/announcement'
import { FailureBanner } from '@/components/player/failure-banner'
import { usePlayer } from '@/components/player/player-context'
import { StepRail } from '@/components/player/step-rail'
import { classes } from '@/components/ui/classes'
import { HandOver } from '../hand-over'
import { usePresent } from '../present-context'
import { Presenting } from '../presenting'
import { useWakeLock } from '../use-wake-lock'
import { ConsoleBar } from './console-bar'
import { ConsoleControls } from './console-controls'
import { NextUp } from './next-up'
import { Notes } from './notes'
import { OnScreen } from './on-screen'
import { AudienceSees, PrivateLook } from './private-look'
import { QuestionDesk } from './question-desk'
import { RoomDesk } from './room-desk'
import { SlideDesk } from './slide-desk'
import { TalkTimer } from './talk-timer'

interface ConsoleWindowProps {
  flow: string
  options: Record<string, string>
}

/** The presenter's own window: what is on screen, what comes next, what to say, and how the time goes. */
export function ConsoleWindow({ flow, options }: ConsoleWindowProps) {
  return (
    <Presenting flow={flow} options={options} as="console">
      <Console />
    </Presenting>
  )
}

function Console() {
  const { notice, frozen } = usePresent()
  const view = usePlayer()
  useWakeLock()
  return (
    <div className="flex min-h-dvh flex-col bg-canvas lg:h-dvh lg:overflow-hidden">
      <ConsoleBar />
      <HandOver />
      {notice && (
        <p role="alert" className="border-line border-b bg-mark px-4 py-2">
          {notice}
        </p>
      )}
      <FailureBanner />
      <div className="grid min-h-0 flex-1 lg:grid-cols-[minmax(0,1fr)_320px] xl:grid-cols-[224px_minmax(0,1fr)_340px]">
        <StepRail className="border-line border-r bg-surface max-xl:hidden" />
        <main className="flex min-h-0 flex-col gap-4 overflow-y-auto p-4">
          <div
            className={classes(
              'grid gap-4',
              frozen ? 'md:grid-cols-[minmax(0,3fr)_minmax(0,1fr)]' : 'md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]',
            )}
          >
            {frozen ? <PrivateLook /> : <OnScreen />}
            {frozen ? <AudienceSees /> : <NextUp />}
          </div>
          <Notes />
        </main>
        <aside
          aria-label="Presenter’s desk"
          className="flex min-h-0 flex-col overflow-y-auto border-line bg-surface max-lg:border-t lg:border-l"
        >
          <TalkTimer />
          <QuestionDesk />
          <SlideDesk />
          <RoomDesk />
        </aside>
      </div>
      <ConsoleControls />
      <p role="status" aria-live="polite" className="sr-only">
        {announcement(view)}
      </p>
    </div>
  )
}
