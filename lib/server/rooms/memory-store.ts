import 'server-only'
import { isNewer } from '@/lib/room/state'
import type { Announcement, RoomStore, StoredRoom } from './store'

interface Kept {
  room: StoredRoom
  goesAt: number
  votes: Map<string, Map<string, string>>
  seats: Map<string, number>
}

/** Rooms of one process. */
export function openMemoryRooms(now: () => number = Date.now): RoomStore {
  const rooms = new Map<string, Kept>()
  const listeners = new Set<(announcement: Announcement) => void>()

  function kept(code: string): Kept | null {
    const room = rooms.get(code)
    if (!room) return null
    if (room.goesAt > now()) return room
    rooms.delete(code)
    return null
  }

  return {
    kind: 'memory',
    async save(code, { keyHash, state }, record, lifetime) {
      const before = kept(code)
      const latest = before && isNewer(before.room.state, state) ? before.room.state : state
      const room = { keyHash, state: latest, record: record ?? before?.room.record ?? null }
      rooms.set(code, { votes: new Map(), seats: new Map(), ...before, room, goesAt: now() + lifetime })
    },
    load: async (code) => kept(code)?.room ?? null,
    async remove(code) {
      rooms.delete(code)
    },
    async count() {
      for (const code of [...rooms.keys()]) kept(code)
      return rooms.size
    },
    async vote(code, question, voter, option) {
      const room = kept(code)
      if (!room) return
      const votes = room.votes.get(question) ?? new Map<string, string>()
      room.votes.set(question, votes.set(voter, option))
    },
    async tally(code, question) {
      const counts: Record<string, number> = {}
      for (const option of kept(code)?.votes.get(question)?.values() ?? []) counts[option] = (counts[option] ?? 0) + 1
      return counts
    },
    async seat(code, process, followers) {
      kept(code)?.seats.set(process, followers)
    },
    async followers(code) {
      return [...(kept(code)?.seats.values() ?? [])].reduce((sum, one) => sum + one, 0)
    },
    async announce(announcement) {
      for (const heard of listeners) heard(announcement)
    },
    async listen(heard) {
      listeners.add(heard)
    },
    async close() {
      rooms.clear()
      listeners.clear()
    },
  }
}
