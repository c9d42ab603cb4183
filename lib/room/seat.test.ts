import { describe, expect, test } from 'vitest'
import {
  change,
  drives,
  give,
  isConnected,
  keep,
  type Message,
  receive,
  type Seat,
  seize,
  speaks,
  takeControl,
} from './seat'
import { isNewer, openingState, SILENCE_MILLISECONDS } from './state'

const seat = (id: string, role: Seat['role'], driver = 'a'): Seat => ({
  id,
  role,
  shared: openingState(driver, 'authorization-code', {}),
  heardAt: 0,
})

/** Small, seeded, good enough to shuffle. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

describe('one driver', () => {
  test('only the driver changes anything', () => {
    const { seat: driver, say } = change(seat('a', 'audience'), { step: 'token-request' })
    expect(driver.shared.step).toBe('token-request')
    expect(say?.kind).toBe('state')
    const follower = change(seat('b', 'console'), { step: 'token-request' })
    expect(follower.say).toBeNull()
    expect(follower.seat.shared.step).toBeNull()
  })

  test('a follower takes what is newer and drops what is older', () => {
    const first = change(seat('a', 'audience'), { step: 'one' })
    const second = change(first.seat, { step: 'two' })
    const follower = [second.say, first.say, second.say].reduce(
      (now, message) => receive(now, message as Message, 1).seat,
      seat('b', 'console'),
    )
    expect(follower.shared.step).toBe('two')
  })

  test('who asks gets control when the driver gives it, and not when the driver keeps it', () => {
    const ask = takeControl(seat('b', 'console'), 1).say as Message
    const asked = receive(seat('a', 'audience'), ask, 1).seat
    expect(asked.shared.asked).toEqual({ by: 'b', role: 'console' })
    expect(drives(keep(asked).seat)).toBe(true)
    expect(keep(asked).seat.shared.asked).toBeNull()
    const given = give(asked)
    expect(given.seat.shared.driver).toBe('b')
    expect(drives(receive(seat('b', 'console'), given.say as Message, 2).seat)).toBe(true)
  })

  test('a console that is opened drives from then on; a window that comes again does not', () => {
    const hello = (first: boolean): Message => ({ kind: 'hello', from: 'b', role: 'console', first })
    expect(receive(seat('a', 'audience'), hello(true), 1).seat.shared.driver).toBe('b')
    expect(receive(seat('a', 'audience'), hello(false), 1).seat.shared.driver).toBe('a')
    expect(receive(seat('a', 'audience'), hello(false), 1).say?.kind, 'it is told how things stand').toBe('state')
  })

  test('a silent driver is gone: control is taken without asking, and its old word no longer counts', () => {
    const late = SILENCE_MILLISECONDS + 1
    const follower = seat('b', 'console')
    expect(isConnected(follower, late)).toBe(false)
    const taken = takeControl(follower, late).seat
    expect(taken.shared).toMatchObject({ driver: 'b', term: 2 })
    const old = change(change(seat('a', 'audience'), { step: 'one' }).seat, { step: 'two' }).say as Message
    expect(receive(taken, old, late).seat).toEqual(taken)
  })
})

describe('1,000 random operations by two drivers, over a channel that loses, doubles and reorders', () => {
  test.each(Array.from({ length: 30 }, (_, at) => at + 1))('do not diverge (seed %i)', (seed) => {
    const random = numbers(seed)
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
    let seats: Seat[] = [seat('a', 'audience'), seat('b', 'console'), seat('c', 'audience')]
    const wire: { to: string; message: Message }[] = []
    let now = 0

    function take(at: number, { seat: next, say }: ReturnType<typeof change>) {
      const before = seats[at] as Seat
      expect(isNewer(before.shared, next.shared), 'nobody goes back').toBe(false)
      seats = seats.map((one, index) => (index === at ? next : one))
      if (!say) return
      for (const { id } of seats) {
        if (id === next.id || random() < 0.15) continue
        wire.push({ to: id, message: say })
        if (random() < 0.3) wire.push({ to: id, message: say })
      }
    }
    function deliver() {
      const [sent] = wire.splice(Math.floor(random() * wire.length), 1)
      if (!sent) return
      const at = seats.findIndex(({ id }) => id === sent.to)
      take(at, receive(seats[at] as Seat, sent.message, now))
    }

    for (let operation = 0; operation < 1000; operation++) {
      now += Math.floor(random() * 1500)
      const at = Math.floor(random() * 2)
      const one = seats[at] as Seat
      const act = pick([
        () => change(one, { step: `step-${Math.floor(random() * 20)}` }),
        () => change(one, { tab: pick(['message', 'checks', 'storage']), black: random() < 0.5 }),
        () => change(one, { selection: pick(['code', 'token', null]) }),
        () => takeControl(one, now),
        () => give(one),
        () => keep(one),
        () => (random() < 0.1 ? seize(one) : change(one, {})),
      ])
      take(at, act())
      for (let count = Math.floor(random() * 4); count > 0 && wire.length > 0; count--) deliver()
    }
    while (wire.length > 0) deliver()
    // Heartbeats: what is newest reaches everybody.
    for (let beat = 0; beat < 2; beat++) {
      for (const speaker of seats.filter(speaks)) {
        const message: Message = { kind: 'state', state: speaker.shared }
        seats = seats.map((one) => (one.id === speaker.id ? one : receive(one, message, now).seat))
      }
    }
    const [first] = seats
    expect(first?.shared.rev, 'something happened').toBeGreaterThan(50)
    for (const one of seats) expect(one.shared).toEqual(first?.shared)
    expect(seats.filter(drives), 'exactly one drives').toHaveLength(1)
  })
})
