import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { outcome, refresh } from '@/lib/testing/back-channel'

test('[RT-02] MUST refuse the refresh token of another client, and keep it good for its own', async () => {
  const as = await createTestAuthorizationServer()

  const { refresh_token } = await as.tokens()
  expect(await outcome(await refresh(as, refresh_token, {}, basic('other')))).toBe('400 invalid_grant')
  expect(await outcome(await refresh(as, refresh_token, { client_id: 'web' }, {}))).toBe('401 invalid_client')
  expect((await refresh(as, refresh_token)).status).toBe(200)
})

test('where the policy does not look, another client uses it', async () => {
  const as = await createTestAuthorizationServer({ policy: { refreshBoundToClient: false } })
  const { refresh_token } = await as.tokens()
  expect((await refresh(as, refresh_token, {}, basic('other'))).status).toBe(200)
})
