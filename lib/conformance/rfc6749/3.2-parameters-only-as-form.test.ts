import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[GEN-01] MUST take parameters only from a form body', async () => {
  const as = await createTestAuthorizationServer()

  const body = JSON.stringify(await codeRequest(as))
  const headers = { 'content-type': 'application/json', ...basic('web') }
  const response = await as.request('/token', { method: 'POST', headers, body })
  expect(await outcome(response)).toBe('400 invalid_request')
  expect((await as.store.dump()).access_tokens).toEqual([])
})
