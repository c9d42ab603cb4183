import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest } from '@/lib/testing/back-channel'

test('[CA-01] MUST support HTTP Basic for clients with a secret', async () => {
  const as = await createTestAuthorizationServer()

  expect((await as.form('/token', await codeRequest(as), basic('web'))).status).toBe(200)
})
