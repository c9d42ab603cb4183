import { afterAll, describe, expect, test } from 'vitest'
import { openMemory } from '@/lib/storage/memory'
import type { OpenBackend } from '@/lib/storage/port'
import { openRedis } from '@/lib/storage/redis'
import { openSqlite } from '@/lib/storage/sqlite'
import { createTestLab } from '@/lib/testing/lab'
import { testRedis } from '@/lib/testing/services'
import { connected } from '@/machines/kit/connected'
import { advanceClock } from './advance'
import { lookAgain } from './look-again'
import { sweepStores } from './stores'

const redis = await testRedis()
afterAll(() => redis.remove())

/** Rows of the server's access tokens, in the newest moment. */
const tokensIn = (places: readonly { id: string; rows: unknown[] }[] = []) =>
  places.find(({ id }) => id.endsWith('.access_tokens'))?.rows.length

async function expiredLab(open: OpenBackend) {
  const made = await createTestLab({ moves: connected }, { open })
  const before = made.lab.timeline.at(-1)
  await advanceClock(made.lab, made.host, 700)
  return { ...made, before, moment: await lookAgain(made.lab, made.host, 'clock') }
}

describe.each<[string, string, () => OpenBackend]>([
  ['memory', 'SWEEP access_tokens', () => openMemory],
  ['sqlite', 'delete from', () => openSqlite(':memory:')],
])('%s: an expired row', (_name, command, open) => {
  test('stays until the sweep, and the sweep says by which command it went', async () => {
    const { lab, host, moment } = await expiredLab(open())
    expect(moment, 'nothing has gone').toBeNull()
    expect(tokensIn(lab.timeline.at(-1)?.places)).toBe(1)

    const commands = await sweepStores(lab, host)
    expect(commands.map((one) => one.command)).toContainEqual(expect.stringContaining(command))
    const swept = await lookAgain(lab, host, 'sweep', commands)
    expect(swept?.after).toEqual({ what: 'sweep', storage: commands })
    expect(tokensIn(swept?.places)).toBe(0)
    expect(lab.timeline.at(-1)).toBe(swept)
    expect(await sweepStores(lab, host), 'a second sweep has nothing to do').toEqual([])
  })
})

describe.skipIf(redis.absent)('redis: an expired key', () => {
  test('is gone when the clock has passed it, and a moment of its own tells so', async () => {
    const open = openRedis(redis.url, { labLifetime: 3_600_000, prefix: redis.prefix })
    const { lab, moment, before } = await expiredLab(open)
    expect(moment).toMatchObject({ seq: before?.seq, after: { what: 'clock', storage: [] } })
    expect(tokensIn(before?.places)).toBe(1)
    expect(tokensIn(moment?.places)).toBe(0)
    expect(lab.timeline.at(-2)).toBe(before)
    expect((await redis.keys()).filter((key) => key.includes('access_tokens:'))).toEqual([])
  })
})
