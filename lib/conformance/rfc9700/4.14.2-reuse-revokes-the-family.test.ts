import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { isActive, outcome, refresh } from '@/lib/testing/back-channel'

test('[RT-06] MUST refuse a retired refresh token and revoke the family', async () => {
  const as = await createTestAuthorizationServer()

  const first = await as.tokens()
  const second = await (await refresh(as, first.refresh_token)).json()
  expect(await isActive(as, second.access_token)).toBe(true)
  expect(await outcome(await refresh(as, first.refresh_token))).toBe('400 invalid_grant')
  expect(await outcome(await refresh(as, second.refresh_token))).toBe('400 invalid_grant')
  expect(await isActive(as, second.access_token)).toBe(false)
  expect((await as.store.dump()).grants[0]?.revoked_because).toBe('refresh token reused')
})

test('where the policy does not revoke, the newer token stays good', async () => {
  const as = await createTestAuthorizationServer({ policy: { revokeOnRefreshReuse: false } })
  const first = await as.tokens()
  const second = await (await refresh(as, first.refresh_token)).json()
  expect(await outcome(await refresh(as, first.refresh_token))).toBe('400 invalid_grant')
  expect((await refresh(as, second.refresh_token)).status).toBe(200)
})

test('[RT-07] MUST detect reuse under concurrency: one of twenty wins, and the family is revoked', async () => {
  const as = await createTestAuthorizationServer()

  const { refresh_token } = await as.tokens()
  const racers = Array.from({ length: 20 }, () => refresh(as, refresh_token))
  const winners = (await Promise.all(racers)).filter((response) => response.status === 200)
  expect(winners).toHaveLength(1)
  const [won] = await Promise.all(winners.map((response) => response.json()))
  expect(await outcome(await refresh(as, won.refresh_token))).toBe('400 invalid_grant')
  expect(await isActive(as, won.access_token)).toBe(false)
})

test('[RT-08] MUST NOT revoke the family for another client that shows a retired token', async () => {
  const as = await createTestAuthorizationServer()

  const first = await as.tokens()
  const second = await (await refresh(as, first.refresh_token)).json()
  expect(await outcome(await refresh(as, first.refresh_token, {}, basic('other')))).toBe('400 invalid_grant')
  expect(await outcome(await refresh(as, first.refresh_token, {}, basic('web', 'wrong')))).toBe('401 invalid_client')
  expect((await refresh(as, second.refresh_token)).status).toBe(200)
})
