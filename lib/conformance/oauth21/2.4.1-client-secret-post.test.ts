import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest } from '@/lib/testing/back-channel'

test('[CA-03] MUST support client_secret_post, in the body only', async () => {
  const as = await createTestAuthorizationServer()

  const request = await codeRequest(as, { client_id: 'webpost' })
  const credentials = { client_id: 'webpost', client_secret: 'webpost-secret' }
  expect((await as.form('/token', { ...request, ...credentials })).status).toBe(200)
})
