import { expect, test } from 'vitest'
import { AUTHORIZATION_SERVER_TABLES } from '@/lib/authorization-server/tables'
import { openMemory } from '@/lib/storage/memory'
import { createTestLab } from '@/lib/testing/lab'

const OPEN_LOGIN = { move: 'open-page', step: 'open-app', input: { page: 'client-login' } }

test('a lab can begin with moves already made: recorded, stored and on screen as if the learner had made them', async () => {
  const { lab, created } = await createTestLab({
    moves: [OPEN_LOGIN, { move: 'follow-redirect', step: 'authorization-request' }],
  })
  expect(lab.exchanges.map(({ seq, step, outcome }) => [seq, step, outcome])).toEqual([
    [1, 'open-app', 'accepted'],
    [2, 'authorization-request', 'accepted'],
  ])
  expect(created.head).toBe(2)
  expect(lab.timeline.at(-1)?.screen?.page).toBe('login')
  expect(lab.held).toBeNull()
})

test('one that cannot be made refuses the lab in a sentence, and leaves no rows', async () => {
  const backend = await openMemory('authorization-server', AUTHORIZATION_SERVER_TABLES)
  const { lab, host, labs } = await createTestLab()
  const before = labs.size
  const backends = { ...lab.backends, authorizationServer: backend }
  const dropped: string[] = []
  const drop = backend.drop.bind(backend)
  backend.drop = (id) => {
    dropped.push(id)
    return drop(id)
  }
  host.backends = async () => backends
  const moves = [OPEN_LOGIN, { move: 'token-request', step: 'token-request' }]
  await expect(labs.create({ moves })).rejects.toThrow('holds no authorization code')
  expect(labs.size).toBe(before)
  expect(dropped).toHaveLength(1)
})
