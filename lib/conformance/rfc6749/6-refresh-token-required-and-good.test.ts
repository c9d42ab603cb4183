import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { outcome, refresh } from '@/lib/testing/back-channel'

test('[RT-01] MUST tell a missing refresh token from one that is not good', async () => {
  const as = await createTestAuthorizationServer()

  expect(await outcome(await as.form('/token', { grant_type: 'refresh_token' }, basic('web')))).toBe(
    '400 invalid_request',
  )
  expect(await outcome(await refresh(as, 'unknown'))).toBe('400 invalid_grant')
  const expired = await as.tokens()
  as.clock.advance(86_401)
  expect(await outcome(await refresh(as, expired.refresh_token))).toBe('400 invalid_grant')
  const revoked = await as.tokens()
  await as.form('/revoke', { token: revoked.refresh_token }, basic('web'))
  expect(await outcome(await refresh(as, revoked.refresh_token))).toBe('400 invalid_grant')
})
