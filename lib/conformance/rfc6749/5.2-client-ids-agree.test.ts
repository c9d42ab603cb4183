import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[CA-05] MUST refuse a header and a body that name different clients', async () => {
  const as = await createTestAuthorizationServer()

  const request = await codeRequest(as)
  expect(await outcome(await as.form('/token', { ...request, client_id: 'other' }, basic('web')))).toBe(
    '400 invalid_request',
  )
  expect((await as.form('/token', { ...request, client_id: 'web' }, basic('web'))).status).toBe(200)
})
