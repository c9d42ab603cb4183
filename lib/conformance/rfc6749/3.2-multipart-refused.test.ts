import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[GEN-03] SHOULD refuse multipart/form-data', async () => {
  const as = await createTestAuthorizationServer()

  const body = new FormData()
  for (const [name, value] of Object.entries(await codeRequest(as))) body.set(name, value)
  const response = await as.request('/token', { method: 'POST', headers: basic('web'), body })
  expect(await outcome(response)).toBe('400 invalid_request')
})
