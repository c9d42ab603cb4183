import { afterAll, describe, expect, test } from 'vitest'
import { openMemory } from '@/lib/storage/memory'
import type { OpenBackend } from '@/lib/storage/port'
import { openPostgres } from '@/lib/storage/postgres'
import { openRedis } from '@/lib/storage/redis'
import { openSqlite } from '@/lib/storage/sqlite'
import { createTestLab } from '@/lib/testing/lab'
import { testDatabase, testRedis } from '@/lib/testing/services'
import { connected } from '@/machines/kit/connected'
import type { LabWishes } from './create'
import type { AttemptKind, StolenDump } from './dump/report'
import { stealDump } from './steal-dump'
import { readStores } from './stores'

const postgres = await testDatabase()
const redis = await testRedis()
afterAll(async () => {
  await postgres.remove()
  await redis.remove()
})

const STORES: readonly [name: string, absent: boolean, open: () => OpenBackend][] = [
  ['memory', false, () => openMemory],
  ['sqlite', false, () => openSqlite(':memory:')],
  ['postgres', postgres.absent, () => openPostgres(postgres.url, { schema: postgres.schema })],
  [
    'redis',
    redis.absent,
    // The test's clock stands in another year than Redis': its keys must outlive that.
    () => openRedis(redis.url, { labLifetime: 3_600_000, prefix: redis.prefix }),
  ],
]

const plain: LabWishes = { policy: { storeTokensHashed: false }, moves: connected }

/** Everything that opened something: `photos: 3 photos (alice)`. */
function usable({ values }: StolenDump): string[] {
  return values.flatMap(({ attempts, user }) =>
    attempts.flatMap(({ kind, opened }) => (opened === null ? [] : [`${kind}: ${opened} (${user})`])),
  )
}

for (const [name, absent, open] of STORES) {
  describe.skipIf(absent)(`the rows of ${name}`, () => {
    test('kept plain: Alice’s access token and her session are usable at once', async () => {
      const { lab, host, labs } = await createTestLab(plain, { open: open() })
      const dump = await stealDump(lab, host, 'authorization-server')
      await labs.remove(lab)
      expect(dump.hashed).toBe(false)
      expect(usable(dump)).toContainEqual(expect.stringMatching(/^photos: \d+ photos \(alice\)$/))
      expect(usable(dump)).toContainEqual(expect.stringMatching(/^server-session: signed in/))
    })

    test('kept hashed: nothing is usable, and each attempt names what refused it', async () => {
      const { lab, host, labs } = await createTestLab({ moves: connected }, { open: open() })
      const dump = await stealDump(lab, host, 'authorization-server')
      await labs.remove(lab)
      expect(dump.values.length).toBeGreaterThan(5)
      expect(usable(dump)).toEqual([])
      const unexplained = dump.values.flatMap(({ attempts }) =>
        attempts.filter(({ kind, refusedBy }) => kind !== 'app-session' && refusedBy === null),
      )
      expect(unexplained).toEqual([])
      const asCode = dump.values.flatMap(({ attempts }) => attempts.filter(({ kind }) => kind === 'code'))
      expect(new Set(asCode.map(({ refusedBy }) => refusedBy?.id)), 'the hash of a secret is no secret').toContain(
        'client-secret-matches',
      )
    })
  })
}

test('what is readable though hashed is read from the dump', async () => {
  const { lab, host } = await createTestLab({ moves: connected })
  const { readable, privateKeys } = await stealDump(lab, host, 'authorization-server')
  const fact = (label: string) => readable.find((one) => one.label === label)?.values
  expect(fact('User names')).toEqual(['alice', 'bob'])
  expect(fact('E-mail addresses')).toContain('alice@wonderland.example')
  expect(fact('Scopes')?.join(' ')).toContain('photos.read')
  expect(privateKeys).toBe(0)
})

test('the application’s store holds a usable token although the server hashes', async () => {
  const { lab, host } = await createTestLab({ moves: connected })
  const dump = await stealDump(lab, host, 'client')
  expect(usable(dump)).toContainEqual(expect.stringMatching(/^photos: \d+ photos/))
})

test('a public client’s plain refresh token and, without PKCE, its plain code are traded', async () => {
  const policy = { storeTokensHashed: false, authentication: 'none', pkce: 'optional', usePkce: false }
  const kinds = async (moves: LabWishes['moves'] = []): Promise<AttemptKind[]> => {
    const { lab, host } = await createTestLab({ policy, moves })
    const { values } = await stealDump(lab, host, 'authorization-server')
    return values.flatMap(({ attempts }) => attempts.flatMap(({ kind, opened }) => (opened ? [kind] : [])))
  }
  expect(await kinds(connected.slice(0, 6))).toContain('code')
  expect(await kinds(connected)).toContain('refresh-token')
})

test('nothing of it happens in the learner’s lab', async () => {
  const { lab, host } = await createTestLab({ ...plain, moves: connected.slice(0, 6) })
  const before = { stores: await readStores(lab, host), seqs: lab.exchanges.length, position: lab.random.position() }
  await stealDump(lab, host, 'authorization-server')
  await stealDump(lab, host, 'client')
  expect({
    stores: await readStores(lab, host),
    seqs: lab.exchanges.length,
    position: lab.random.position(),
  }).toEqual(before)
  expect(lab.timeline.length).toBeGreaterThan(0)
})
