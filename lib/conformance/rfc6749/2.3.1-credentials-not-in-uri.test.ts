import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[GEN-05] MUST NOT honour credentials in the URL', async () => {
  const as = await createTestAuthorizationServer()

  const request = await codeRequest(as, { client_id: 'webpost' })
  const credentials = { client_id: 'webpost', client_secret: 'webpost-secret' }
  const response = await as.form(`/token?${new URLSearchParams(credentials)}`, request)
  expect(await outcome(response)).toBe('400 invalid_request')
  expect((await as.form('/token', { ...request, ...credentials })).status).toBe(200)
})

test('[GEN-05] MUST NOT honour other parameters in the URL', async () => {
  const as = await createTestAuthorizationServer()

  const { code = '', ...rest } = await codeRequest(as)
  const response = await as.form(`/token?code=${code}`, rest, basic('web'))
  expect(await outcome(response)).toBe('400 invalid_request')
})
