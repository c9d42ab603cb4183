import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { outcome, refresh } from '@/lib/testing/back-channel'

test('[RT-09] SHOULD end a refresh token that lies unused', async () => {
  const as = await createTestAuthorizationServer()

  const { refresh_token } = await as.tokens()
  as.clock.advance(86_399)
  const next = await (await refresh(as, refresh_token)).json()
  as.clock.advance(86_401)
  expect(await outcome(await refresh(as, next.refresh_token))).toBe('400 invalid_grant')
})

test('[RT-09] SHOULD NOT let rotation extend the absolute lifetime', async () => {
  const as = await createTestAuthorizationServer({ policy: { refreshIdleSeconds: 1000, refreshAbsoluteSeconds: 2500 } })
  let { refresh_token } = await as.tokens()
  for (let use = 0; use < 2; use += 1) {
    as.clock.advance(999)
    refresh_token = (await (await refresh(as, refresh_token)).json()).refresh_token
  }
  as.clock.advance(503)
  expect(await outcome(await refresh(as, refresh_token))).toBe('400 invalid_grant')
})
