import { describe, expect, test, vi } from 'vitest'
import { createActor } from 'xstate'
import { sampleExchanges } from '@/components/testing/sample-exchanges'
import { sampleView } from '@/components/testing/sample-view'
import type { RunRecord } from '@/lib/room/record'
import { openingState, type RoomState } from '@/lib/room/state'
import { loadedGrant } from '@/machines/every-grant'
import { followActions, followedView } from './followed-view'

const entry = loadedGrant('authorization-code')

/** The presenter has shown three exchanges: six steps. */
const record: RunRecord = {
  run: 'lab',
  told: 1,
  lab: sampleView().lab,
  castSecrets: [],
  exchanges: sampleExchanges(false).slice(0, 3),
  timeline: [],
  machine: createActor(entry.machine, {
    input: { account: { username: 'alice', password: '' } },
  }).getPersistedSnapshot(),
  visited: [],
}
const question = { id: 'q', text: 'What comes next?', options: [], answer: null }
const shown = (step: string | null, changes: Partial<RoomState> = {}): RoomState => ({
  ...openingState('console', 'authorization-code', {}),
  run: 'lab',
  step,
  ...changes,
})
const view = (step: string | null, cursor: number | null = null, changes: Partial<RoomState> = {}) =>
  followedView({ entry, state: shown(step, changes), record, cursor })

describe('a student’s player', () => {
  test('stands where the presenter stands, and nothing can be done in it', () => {
    const { id } = view(null).steps[3] ?? {}
    const now = view(id ?? '')
    expect(now).toMatchObject({ cursor: 4, head: 6, readOnly: true, userActs: false, events: [], options: [] })
    expect(now.presenter).toEqual({ at: 4, followed: true })
  })

  test('looks around by itself, and knows where the presenter is', () => {
    const { id = '' } = view(null).steps[3] ?? {}
    const now = view(id, 2)
    expect(now.cursor).toBe(2)
    expect(now.presenter).toEqual({ at: 4, followed: false })
    expect(now.next.enabled, 'what was shown can be gone through').toBe(true)
    expect(view(id, 6).next.enabled, 'what was not cannot').toBe(false)
  })

  test('shows nothing of what comes while it is asked for', () => {
    const { id = '' } = view(null).steps[5] ?? {}
    expect(view(id).steps.length).toBeGreaterThan(6)
    expect(view(id, null, { question }).steps).toHaveLength(6)
    const answer = { id: null, text: '' }
    expect(view(id, null, { question: { ...question, answer } }).steps.length).toBeGreaterThan(6)
  })

  test('moves a cursor and calls nothing else', () => {
    const setCursor = vi.fn()
    const actions = followActions(view(null, 3), setCursor)
    actions.next()
    actions.back()
    actions.goTo(99)
    actions.jumpToLive()
    expect(setCursor.mock.calls.flat()).toEqual([4, 2, 6, null])
    actions.restart()
    actions.deliverEdited({ method: 'GET', url: 'http://localhost/', headers: [], body: '' })
    actions.advanceClock(60)
    expect(setCursor).toHaveBeenCalledTimes(4)
  })
})
