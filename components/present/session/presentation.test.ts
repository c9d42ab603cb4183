import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RunRecord } from '@/lib/room/record'
import { ASK_MILLISECONDS, type Role, SILENCE_MILLISECONDS } from '@/lib/room/state'
import { Presentation } from './presentation'
import { type Kept, type Spoken, seenIn } from './presented'

/** Windows of one browser: what one says all others hear, and they share what is remembered. */
function browser() {
  const ears = new Map<string, (message: Spoken) => void>()
  let kept: Kept | null = null
  return {
    open(id: string, role: Role, again = false) {
      const window = new Presentation(
        { id, role, flow: 'authorization-code', options: {}, again },
        {
          say: (message) => {
            for (const [other, listener] of ears) if (other !== id) listener(structuredClone(message))
          },
          hear: (listener) => {
            ears.set(id, listener)
            return () => ears.delete(id)
          },
          now: () => Date.now(),
          remember: (next) => {
            kept = structuredClone(next)
          },
          recall: () => kept,
        },
      )
      window.start()
      return window
    },
  }
}

const record = (messages: number): RunRecord =>
  ({
    run: 'lab-1',
    told: messages,
    lab: { id: 'lab-1' },
    castSecrets: [],
    exchanges: Array.from({ length: messages }, (_, at) => ({ seq: at + 1 })),
    timeline: [],
    machine: { after: messages },
    visited: [],
  }) as unknown as RunRecord

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('windows of one presentation', () => {
  test('the first one drives; a console that is opened takes over and has the whole record', () => {
    const { open } = browser()
    const audience = open('a', 'audience')
    expect(audience.state().ready, 'it listens first').toBe(false)
    vi.advanceTimersByTime(300)
    expect(audience.state()).toMatchObject({ ready: true, driving: true })
    audience.tell(record(3), 'callback')
    const console = open('b', 'console')
    expect(console.state()).toMatchObject({ ready: true, driving: true, shared: { step: 'callback' } })
    expect(console.state().record?.exchanges).toHaveLength(3)
    expect(console.resumable()).toMatchObject({ run: 'lab-1', machine: { after: 3 } })
    expect(audience.state().driving).toBe(false)
    console.tell(record(4), 'token-request')
    expect(audience.state()).toMatchObject({ shared: { step: 'token-request' }, record: { told: 4 } })
    for (const one of [audience, console]) one.stop()
  })

  test('who asks gets control after five seconds, unless the driver keeps it', () => {
    const { open } = browser()
    const audience = open('a', 'audience')
    vi.advanceTimersByTime(300)
    const console = open('b', 'console')
    audience.takeControl()
    expect(console.state().shared.asked).toEqual({ by: 'a', role: 'audience' })
    console.keep()
    vi.advanceTimersByTime(ASK_MILLISECONDS + 100)
    expect(console.state().driving).toBe(true)
    audience.takeControl()
    vi.advanceTimersByTime(ASK_MILLISECONDS + 100)
    expect(audience.state().driving).toBe(true)
    expect(console.state().driving).toBe(false)
    for (const one of [audience, console]) one.stop()
  })

  test('a reloaded driver goes on driving at the same step, at once', () => {
    const { open } = browser()
    const audience = open('a', 'audience')
    vi.advanceTimersByTime(300)
    audience.tell(record(3), 'callback')
    audience.stop()
    const again = open('a', 'audience', true)
    expect(again.state()).toMatchObject({ ready: true, driving: true, shared: { step: 'callback' } })
    expect(again.resumable(), 'the tab remembers its own run').toBeNull()
    again.stop()
  })

  test('a reloaded window waits for a driver that is slow to answer, and goes on without one that is gone', () => {
    const { open } = browser()
    const audience = open('a', 'audience')
    vi.advanceTimersByTime(300)
    const console = open('b', 'console')
    audience.stop()
    console.stop()
    const again = open('a', 'audience', true)
    vi.advanceTimersByTime(2000)
    expect(again.state()).toMatchObject({ driving: false, shared: { driver: 'b' } })
    vi.advanceTimersByTime(SILENCE_MILLISECONDS)
    expect(again.state().driving).toBe(true)
    again.stop()
  })

  test('a presentation opened later goes on at its step, with a clock of its own; a reload keeps the clock', () => {
    const { open } = browser()
    const audience = open('a', 'audience')
    vi.advanceTimersByTime(300)
    audience.change({ step: 'callback', talk: { planned: 40, startedAt: 1000 } })
    audience.stop()
    const again = open('a', 'audience', true)
    expect(again.state().shared.talk.startedAt).toBe(1000)
    again.stop()
    const later = open('b', 'audience')
    vi.advanceTimersByTime(300)
    expect(later.state().shared).toMatchObject({ step: 'callback', talk: { planned: 40, startedAt: null } })
    later.stop()
  })

  test('who looks privately leaves the audience where it is, and brings it along or not', () => {
    const { open } = browser()
    const audience = open('a', 'audience')
    vi.advanceTimersByTime(300)
    const console = open('b', 'console')
    console.tell(record(3), 'callback')
    console.lookPrivately()
    console.tell(record(3), 'sign-in')
    console.change({ panel: 'inspector', black: true })
    expect(seenIn(console.state())).toMatchObject({ step: 'sign-in', panel: 'inspector', black: true })
    expect(audience.state().shared).toMatchObject({ step: 'callback', panel: 'none', black: true })
    vi.advanceTimersByTime(10_000)
    expect(audience.state(), 'the driver is still heard').toMatchObject({
      connected: true,
      shared: { step: 'callback' },
    })

    console.comeBack(false)
    expect(seenIn(console.state())).toMatchObject({ step: 'callback', panel: 'none' })
    console.lookPrivately()
    console.change({ tab: 'checks' })
    console.tell(record(3), 'sign-in')
    console.comeBack(true)
    expect(audience.state().shared).toMatchObject({ step: 'sign-in', tab: 'checks' })

    console.lookPrivately()
    audience.takeControl()
    console.give()
    expect(console.state(), 'who does not drive has nothing to hold back').toMatchObject({ driving: false, look: null })
    for (const one of [audience, console]) one.stop()
  })

  test('a driver that is gone is missed after five seconds, and then control is taken without asking', () => {
    const { open } = browser()
    const audience = open('a', 'audience')
    vi.advanceTimersByTime(300)
    const console = open('b', 'console')
    console.tell(record(2), 'sign-in')
    console.stop()
    vi.advanceTimersByTime(SILENCE_MILLISECONDS + 2500)
    expect(audience.state()).toMatchObject({ driving: false, connected: false })
    audience.takeControl()
    expect(audience.state()).toMatchObject({ driving: true, connected: true, shared: { step: 'sign-in' } })
    audience.stop()
  })
})
