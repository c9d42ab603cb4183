import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { mergeRecord, type RunRecord } from '@/lib/room/record'
import { openingState, type RoomState } from '@/lib/room/state'
import type { Presentation } from './presentation'
import type { Presented } from './presented'
import { RoomLink } from './room-link'

/** A room as the app has it: what was told, put together. */
const room = { told: [] as RoomState[], record: null as RunRecord | null, biggest: 0, status: 200 }

/** A window that drives. */
function driver() {
  let state: Presented = {
    shared: openingState('console', 'authorization-code', {}),
    look: null,
    record: null,
    driving: true,
    connected: true,
    ready: true,
  }
  const listeners = new Set<() => void>()
  const closed = vi.fn()
  return {
    closed,
    show(changes: Partial<RoomState>, record: RunRecord | null = state.record) {
      state = { ...state, record, shared: { ...state.shared, ...changes, rev: state.shared.rev + 1 } }
      for (const listener of listeners) listener()
    },
    presentation: {
      state: () => state,
      subscribe: (listener: () => void) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      change: closed,
    } as unknown as Presentation,
  }
}

function record(messages: number): RunRecord {
  const seqs = Array.from({ length: messages }, (_, at) => at + 1)
  const body = 'x'.repeat(40_000)
  return {
    run: 'lab',
    told: messages,
    lab: {},
    castSecrets: [],
    exchanges: seqs.map((seq) => ({ seq, body })),
    timeline: seqs.map((seq) => ({ seq, at: seq })),
    machine: {},
    visited: [],
  } as unknown as RunRecord
}

beforeEach(() => {
  Object.assign(room, { told: [], record: null, biggest: 0, status: 200 })
  vi.stubGlobal('fetch', async (_url: string, { method, body }: { method: string; body?: string }) => {
    if (room.status !== 200) return Response.json({ detail: 'There is no room.' }, { status: room.status })
    if (method === 'GET') return Response.json({ state: {}, part: room.record })
    const { state, part } = JSON.parse(body ?? '{}')
    room.told.push(state)
    room.biggest = Math.max(room.biggest, body?.length ?? 0)
    if (part) room.record = mergeRecord(room.record, part)
    return Response.json({})
  })
})
afterEach(() => void vi.unstubAllGlobals())

test('a long run is told in pieces that the room takes, and is whole there', async () => {
  const window = driver()
  window.show({ step: 'one' }, record(20))
  const link = new RoomLink(window.presentation, 'BCDFGH')
  await vi.waitFor(() => expect(room.record?.exchanges).toHaveLength(20))
  expect(room.record).toEqual(record(20))
  expect(room.biggest).toBeLessThan(512 * 1024)
  link.stop()
})

test('only the latest state counts, and pointing stays in the room', async () => {
  const window = driver()
  const link = new RoomLink(window.presentation, 'BCDFGH')
  for (const step of ['one', 'two', 'three']) window.show({ step, laser: { x: 0.5, y: 0.5 } })
  await vi.waitFor(() => expect(room.told.at(-1)?.step).toBe('three'))
  expect(room.told.length, 'what changed meanwhile went together').toBeLessThan(4)
  for (const { laser } of room.told) expect(laser).toBeNull()
  link.stop()
  window.show({ step: 'four' })
  expect(room.told.at(-1)?.step).toBe('three')
})

test('a room that is gone is closed here, too', async () => {
  room.status = 404
  const window = driver()
  const link = new RoomLink(window.presentation, 'BCDFGH')
  await vi.waitFor(() => expect(window.closed).toHaveBeenCalledWith({ room: null }))
  link.stop()
})
