import { randomBytes } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { RunRecord } from '@/lib/room/record'
import { openingState, type RoomState } from '@/lib/room/state'
import { testDatabase, testRedis } from '@/lib/testing/services'
import { openMemoryRooms } from './memory-store'
import { openPostgresRooms } from './postgres-store'
import { openRedisRooms } from './redis-store'
import { Rooms } from './rooms'
import type { RoomStore } from './store'

const database = await testDatabase()
const redis = await testRedis()

afterAll(async () => {
  await database.remove()
  await redis.remove()
})

/** A run of so many messages, big enough not to fit into a notification of PostgreSQL. */
function record(messages: number): RunRecord {
  const seqs = Array.from({ length: messages }, (_, at) => at + 1)
  const body = 'x'.repeat(10_000)
  return {
    run: 'lab-1',
    told: messages,
    lab: { id: 'lab-1' },
    castSecrets: [],
    exchanges: seqs.map((seq) => ({ seq, body })),
    timeline: seqs.map((seq) => ({ seq, at: seq })),
    machine: {},
    visited: [],
  } as unknown as RunRecord
}

const shown = (changes: Partial<RoomState> = {}): RoomState => ({
  ...openingState('console', 'authorization-code', {}),
  ...changes,
})

/** Somebody who follows, and all events as they came. */
async function follower(rooms: Rooms, code: string, counted = true) {
  // biome-ignore lint/suspicious/noExplicitAny: read as JSON, compared with matchers
  const events: { name: string; data: any }[] = []
  const waiting = new Set<() => void>()
  const state = { ended: false }
  const leave = await rooms.follow(code, {
    counted,
    send(bytes) {
      const [, name = '', data = ''] = /^event: (.*)\ndata: (.*)\n\n$/.exec(new TextDecoder().decode(bytes)) ?? []
      events.push({ name, data: JSON.parse(data) })
      for (const look of waiting) look()
    },
    end() {
      state.ended = true
    },
  })
  /** The first event like this, as soon as there is one. */
  function heard(like: (event: { name: string; data: Record<string, unknown> }) => boolean) {
    return new Promise<(typeof events)[number]>((resolve) => {
      const look = () => {
        const found = events.find(like)
        if (!found) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  }
  return { events, state, leave, heard }
}

const BACKENDS: [name: string, absent: boolean, open: () => Promise<() => Promise<RoomStore>>][] = [
  [
    'one process',
    false,
    async () => {
      const store = openMemoryRooms()
      return async () => store
    },
  ],
  ['two processes over Redis', redis.absent, async () => () => openRedisRooms(redis.url, `${redis.prefix}:rooms`)],
  [
    'two processes over PostgreSQL',
    database.absent,
    async () => () => openPostgresRooms(database.url, database.schema),
  ],
]

describe.each(BACKENDS)('rooms of %s', (_name, absent, prepare) => {
  const opened: Rooms[] = []
  let place: Promise<() => Promise<RoomStore>> | undefined
  async function process(name: string, maxRooms = 50): Promise<Rooms> {
    place ??= prepare()
    const store = await (await place)()
    const rooms = await Rooms.over({
      store,
      randomBytes,
      process: `${name} ${opened.length}`,
      maxRooms,
      logFailure: (_where, error) => fail(error),
    })
    opened.push(rooms)
    return rooms
  }
  const fail = (error: unknown): never => {
    throw error
  }
  afterAll(() => Promise.all(opened.map((rooms) => rooms.stop())))

  test.skipIf(absent)('what is shown through one reaches who follows through the other', async () => {
    const [one, other] = [await process('one'), await process('other')]
    const { code, key } = await one.open(shown())
    await one.tell(code, key, shown({ rev: 2, step: 'first' }), record(2))
    const student = await follower(other, code)
    const [snapshot] = student.events
    expect(snapshot?.data.state.step, 'who comes late gets one snapshot').toBe('first')
    expect(snapshot?.data.part.exchanges).toHaveLength(2)

    await one.tell(code, key, shown({ rev: 3, step: 'second' }), record(3))
    const next = await student.heard(({ data }) => (data.state as RoomState | undefined)?.rev === 3)
    expect(
      next.data.part.exchanges.map(({ seq }: { seq: number }) => seq),
      'only what is new',
    ).toContain(3)
    await one.tell(code, key, shown({ rev: 2, step: 'late' }), null)
    await one.tell(code, key, shown({ rev: 4, step: 'third' }), null)
    await student.heard(({ data }) => (data.state as RoomState | undefined)?.rev === 4)
    const steps = student.events.filter(({ name }) => name === 'room').map(({ data }) => data.state.step)
    // The same state may come twice; an older one never does.
    expect(steps.filter((step, at) => step !== steps[at - 1])).toEqual(['first', 'second', 'third'])
    student.leave()
  })

  test.skipIf(absent)('votes through both are counted once each, and hidden until the answer is revealed', async () => {
    const [one, other] = [await process('one'), await process('other')]
    const { code, key } = await one.open(shown())
    const options = [
      { id: 'a', text: 'The app asks' },
      { id: 'b', text: 'The API answers' },
    ]
    const question = { id: 'q1', text: 'What comes next?', options, answer: null }
    await one.tell(code, key, shown({ rev: 2, question }), null)
    const student = await follower(other, code)
    const vote = (rooms: Rooms, voter: string, option: string) => rooms.vote(code, { question: 'q1', voter, option })
    await vote(one, 'voter-1', 'a')
    await vote(other, 'voter-2', 'b')
    await vote(other, 'voter-2', 'a')
    const before = await student.heard(({ name, data }) => name === 'crowd' && data.voted === 2)
    expect(before.data).toMatchObject({ followers: 1, counts: null })
    await expect(vote(one, 'voter-3', 'c')).rejects.toThrow('option takes one of a, b')

    const answer = { id: 'a', text: 'The app asks' }
    await one.tell(code, key, shown({ rev: 3, question: { ...question, answer } }), null)
    const after = await student.heard(({ name, data }) => name === 'crowd' && data.counts !== null)
    expect(after.data.counts).toEqual({ a: 2 })
    await expect(vote(one, 'voter-3', 'a')).rejects.toThrow('closed')
    student.leave()
  })

  test.skipIf(absent)('nobody shows anything without the key, and a closed room is gone', async () => {
    const [one, other] = [await process('one'), await process('other')]
    const { code, key } = await one.open(shown())
    const student = await follower(other, code)
    for (const wrong of [null, 'x', key.slice(1)]) {
      await expect(other.tell(code, wrong, shown({ rev: 9 }), null)).rejects.toMatchObject({ status: 404 })
      await expect(other.close(code, wrong)).rejects.toMatchObject({ status: 404 })
    }
    expect(student.events.filter(({ name }) => name === 'room')).toHaveLength(1)
    await one.close(code, key)
    await student.heard(({ name }) => name === 'end')
    expect(student.state.ended).toBe(true)
    await expect(other.look(code)).rejects.toMatchObject({ status: 404 })
    await expect(follower(other, code)).rejects.toMatchObject({ status: 404 })
  })

  test.skipIf(absent)(
    'a clicker with its key is heard by the presenter’s windows only; nobody else clicks',
    async () => {
      const [one, other] = [await process('one'), await process('other')]
      const { code, key } = await one.open(shown())
      const desk = await follower(one, code, false)
      const student = await follower(one, code)
      const clicker = await other.clickerKey(code, key)
      const wish = { want: 'next', term: 1, moved: 1 } as const
      await other.wish(code, clicker, wish)
      expect((await desk.heard(({ name }) => name === 'wish')).data).toEqual(wish)
      expect(student.events.map(({ name }) => name)).not.toContain('wish')

      for (const wrong of [null, '', 'x', key, clicker.slice(1)]) {
        await expect(other.wish(code, wrong, wish)).rejects.toMatchObject({ status: 404 })
        if (wrong !== key) await expect(other.clickerKey(code, wrong)).rejects.toMatchObject({ status: 404 })
      }
      await expect(
        other.tell(code, clicker, shown({ rev: 9 }), null),
        'who clicks shows nothing',
      ).rejects.toMatchObject({
        status: 404,
      })
      expect(desk.events.filter(({ name }) => name === 'wish')).toHaveLength(1)
      await one.close(code, key)
      await expect(other.wish(code, clicker, wish), 'its key dies with the room').rejects.toMatchObject({ status: 404 })
    },
  )

  test.skipIf(absent)('rooms are limited', async () => {
    const full = await process('full', 1)
    const first = await full.open(shown()).catch(() => null)
    await expect(full.open(shown())).rejects.toMatchObject({ status: 503 })
    if (first) await full.close(first.code, first.key)
  })
})
