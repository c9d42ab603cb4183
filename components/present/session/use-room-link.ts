'use client'

import { useCallback, useEffect } from 'react'
import type { Presentation } from './presentation'
import { roomApi } from './room-api'
import { RoomLink } from './room-link'
import { usePresented } from './use-presentation'

/** Opens and closes the students' room, and keeps what the driver shows in it. */
export function useRoomLink(presentation: Presentation, notify: (sentence: string) => void) {
  const { shared, driving } = usePresented(presentation)
  const { room } = shared

  useEffect(() => {
    if (!driving || room === null) return
    const link = new RoomLink(presentation, room)
    return () => link.stop()
  }, [presentation, driving, room])

  const openRoom = useCallback(() => {
    const state = { ...presentation.state().shared, laser: null, ink: null, pressed: null }
    roomApi
      .open(state)
      .then(({ code }) => presentation.change({ room: code }))
      .catch((error: Error) => notify(error.message))
  }, [presentation, notify])

  const closeRoom = useCallback(() => {
    const code = presentation.state().shared.room
    if (code === null) return
    presentation.change({ room: null })
    roomApi.close(code).catch((error: Error) => notify(error.message))
  }, [presentation, notify])

  return { openRoom, closeRoom }
}
