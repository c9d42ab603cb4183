import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenBackend } from '@/lib/storage/port'
import { openPostgres } from '@/lib/storage/postgres'
import { openRedis } from '@/lib/storage/redis'
import { createTestLab } from '@/lib/testing/lab'
import {
  postgresPrograms,
  redisServer,
  type ThrowawayServer,
  throwawayPostgres,
  throwawayRedis,
} from '@/lib/testing/throwaway-servers'
import type { MoveCall } from './contract'
import { readStores } from './stores'

const app = { application: 'photo-editor' }
const approve = { form: 'consent', values: {}, button: { name: 'decision', value: 'approve' } }
const signIn = { form: 'login', values: { username: 'alice', password: 'wonderland' } }
const UNTIL_THE_CODE: MoveCall[] = [
  { move: 'open-page', step: 'open-app', input: { page: 'client-login' } },
  { move: 'follow-redirect', step: 'authorization-request' },
  { move: 'submit-form', step: 'sign-in', input: signIn },
  { move: 'follow-redirect', step: 'consent-request' },
  { move: 'submit-form', step: 'consent-decision', input: approve },
  { move: 'follow-redirect', step: 'callback' },
]
const REDEEM: MoveCall = { move: 'token-request', step: 'token-request', input: app }
const CALL_API: MoveCall = { move: 'resource-request', step: 'resource-request', input: app }

/** Milliseconds a server may take to serve again after it was started. */
const PATIENCE = 10_000

describe.each([
  ['postgres', postgresPrograms, throwawayPostgres, (url: string) => openPostgres(url)],
  [
    'redis',
    redisServer,
    (programs: readonly string[]) => throwawayRedis(programs[0] ?? ''),
    (url: string) => openRedis(url),
  ],
] as const)('%s goes away in mid-flow', (_name, programs, make, open) => {
  describe.skipIf(!programs)('and comes back', () => {
    let server: ThrowawayServer
    beforeAll(async () => {
      server = await (make as (programs: unknown) => Promise<ThrowawayServer>)(programs)
      await server.start()
    }, 30_000)
    afterAll(() => server.remove())

    test('the step fails with a sentence, nothing is issued twice, the flow goes on', async () => {
      const lab = await untilItServes(() => createTestLab({}, { open: open(server.url) as OpenBackend }))
      for (const call of UNTIL_THE_CODE) {
        await lab.prepare(call)
        await lab.deliver(call)
      }
      await lab.prepare(REDEEM)
      await server.stop()
      await expect(lab.deliver(REDEEM)).rejects.toThrow(/try again/i)
      expect(lab.failures).not.toEqual([])

      await server.start()
      const { outcome, arrival } = await untilItServes(() => lab.deliver(REDEEM))
      expect([outcome, arrival]).toEqual(['accepted', 'tokens'])
      const { authorizationServer } = await readStores(lab.lab, lab.host)
      expect(authorizationServer.access_tokens).toHaveLength(1)
      expect(authorizationServer.refresh_tokens).toHaveLength(1)

      await lab.prepare(CALL_API)
      expect((await lab.deliver(CALL_API)).arrival).toBe('resource')
    }, 60_000)
  })
})

async function untilItServes<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const since = Date.now()
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (Date.now() - since > PATIENCE) throw error
      await wait(50)
    }
  }
}
