import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest } from '@/lib/testing/back-channel'

test('[GEN-04] MUST NOT answer a token request by GET', async () => {
  const as = await createTestAuthorizationServer()

  const query = new URLSearchParams(await codeRequest(as))
  const response = await as.request(`/token?${query}`, { headers: basic('web') })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('POST')
  expect(await response.text()).not.toContain('access_token')
})
