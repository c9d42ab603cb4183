import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest } from '@/lib/testing/back-channel'

test('[GEN-14] MUST answer in JSON, with numbers as numbers', async () => {
  const as = await createTestAuthorizationServer()

  const response = await as.form('/token', await codeRequest(as), basic('web'))
  expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  expect(typeof (await response.json()).expires_in).toBe('number')
})
