import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, isActive } from '@/lib/testing/back-channel'

test('[AC-08] MUST let one of fifty racers win, and revoke what it won', async () => {
  const as = await createTestAuthorizationServer()

  const request = await codeRequest(as)
  const racers = Array.from({ length: 50 }, () => as.form('/token', request, basic('web')))
  const winners = (await Promise.all(racers)).filter((response) => response.status === 200)
  expect(winners).toHaveLength(1)
  const [tokens] = await Promise.all(winners.map((response) => response.json()))
  expect(await isActive(as, tokens.access_token)).toBe(false)
})

test('where the code is only marked after a look, several racers win', async () => {
  const as = await createTestAuthorizationServer({ policy: { codeClaimedAtomically: false } })
  const request = await codeRequest(as)
  const racers = Array.from({ length: 5 }, () => as.form('/token', request, basic('web')))
  const winners = (await Promise.all(racers)).filter((response) => response.status === 200)
  expect(winners.length).toBeGreaterThan(1)
})
