'use client'

import { Button } from '@/components/ui/button'
import { joinAddress } from '../addresses'
import { usePresent } from '../present-context'
import { ClickerLink } from './clicker-link'
import { DeskSection } from './desk-section'

/** The students' room: opened on request, its code to be read out. */
export function RoomDesk() {
  const { shared, driving, crowd, openRoom, closeRoom } = usePresent()
  const { room } = shared
  if (room === null) {
    return (
      <DeskSection title="Students’ devices">
        <p className="mb-2 text-muted text-sm">
          Students follow on their own devices. They see what you show, tokens of this lab included, and change nothing.
        </p>
        <Button onClick={openRoom} disabled={!driving}>
          Open a room
        </Button>
      </DeskSection>
    )
  }
  const followers = crowd?.followers ?? 0
  return (
    <DeskSection title="Students’ devices">
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-bold font-mono text-2xl tracking-wider">{room}</span>
        <span role="status">{followers === 1 ? '1 follows' : `${followers} follow`}</span>
      </p>
      <p className="mt-0.5 break-all text-muted text-sm">{joinAddress(room)}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button onClick={closeRoom} disabled={!driving}>
          Close the room
        </Button>
        <ClickerLink key={room} code={room} />
      </div>
    </DeskSection>
  )
}
