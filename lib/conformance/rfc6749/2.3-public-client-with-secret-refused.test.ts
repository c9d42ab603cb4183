import { expect, test } from 'vitest'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[CA-11] SHOULD refuse a public client that sends a secret', async () => {
  const as = await createTestAuthorizationServer()

  const redirect_uri = `${TEST_ORIGINS.client}/spa/callback`
  const request = await codeRequest(as, { client_id: 'spa', redirect_uri })
  const response = await as.form('/token', { ...request, client_id: 'spa', client_secret: 'x' })
  expect(await outcome(response)).toBe('401 invalid_client')
})
