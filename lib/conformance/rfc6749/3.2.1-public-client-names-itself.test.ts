import { expect, test } from 'vitest'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[CA-10] MUST know a public client by its client_id', async () => {
  const as = await createTestAuthorizationServer()

  const redirect_uri = `${TEST_ORIGINS.client}/spa/callback`
  const request = await codeRequest(as, { client_id: 'spa', redirect_uri })
  expect(await outcome(await as.form('/token', request))).toBe('401 invalid_client')
  expect((await as.form('/token', { ...request, client_id: 'spa' })).status).toBe(200)
})
