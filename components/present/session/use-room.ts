'use client'

import { useEffect, useState } from 'react'
import { mergeRecord, type RunRecord, recordedIn } from '@/lib/room/record'
import { isNewer, type RoomState, SILENCE_MILLISECONDS, type Stamp } from '@/lib/room/state'
import { RoomApiError, type RoomSnapshot, roomApi } from './room-api'
import type { Crowd } from './use-crowd'

export interface FollowedRoom {
  state: RoomState | null
  record: RunRecord | null
  crowd: Crowd | null
  connected: boolean
  /** Why it cannot be followed, or no longer. */
  failure: string | null
}

const NOTHING: FollowedRoom = { state: null, record: null, crowd: null, connected: true, failure: null }
const ENDED = 'The presenter has closed the room. What you saw stays here; you can still look around.'

/**
 * A room as a student follows it: the latest state, and the run as far as it was shown.
 * @param counted false for the presenter's own devices
 */
export function useRoom(code: string, counted = true): FollowedRoom {
  const [room, setRoom] = useState(NOTHING)
  useEffect(() => {
    setRoom(NOTHING)
    const events = roomApi.events(code, counted)
    let heardAt = performance.now()
    const take = ({ state, part }: RoomSnapshot) => setRoom((now) => taken(now, state, part))
    const catchUp = () => roomApi.look(code).then(take, () => {})
    const on = (name: string, work: (data: string) => void) =>
      events.addEventListener(name, ({ data }) => {
        heardAt = performance.now()
        work(data)
      })
    on('room', (data) => take(JSON.parse(data)))
    on('crowd', (data) => setRoom((now) => ({ ...now, crowd: JSON.parse(data) })))
    on('beat', (data) => {
      const stamp: Stamp = JSON.parse(data)
      setRoom((now) => {
        if (lacks(now) || (now.state && isNewer(stamp, now.state))) void catchUp()
        return now.connected ? now : { ...now, connected: true }
      })
    })
    on('end', () => {
      events.close()
      setRoom((now) => ({ ...now, failure: ENDED }))
    })
    events.addEventListener('error', () => {
      // A stream that cannot be had does not say why: asking once more does.
      if (events.readyState === EventSource.CLOSED)
        roomApi.look(code).catch((error: unknown) => {
          const failure = error instanceof RoomApiError ? error.message : 'The room cannot be reached. Reload the page.'
          setRoom((now) => ({ ...now, failure }))
        })
    })
    const watch = setInterval(() => {
      const connected = performance.now() - heardAt <= SILENCE_MILLISECONDS
      setRoom((now) => (now.connected === connected ? now : { ...now, connected }))
    }, 1000)
    return () => {
      events.close()
      clearInterval(watch)
    }
  }, [code, counted])
  return room
}

function taken(now: FollowedRoom, state: RoomState, part: RunRecord | null): FollowedRoom {
  const newer = now.state === null || isNewer(state, now.state)
  const shown = newer ? state : now.state
  const belongs = part && (part.run === now.record?.run || part.run === shown?.run)
  return { ...now, state: shown, record: belongs ? mergeRecord(now.record, part) : now.record, connected: true }
}

function lacks({ state, record }: FollowedRoom): boolean {
  if (!state || state.run === null) return false
  return record?.run !== state.run || recordedIn(record) < state.recorded
}
