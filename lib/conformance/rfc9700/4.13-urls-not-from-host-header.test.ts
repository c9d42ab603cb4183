import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'

test('[GEN-21] MUST NOT take its URLs from the request', async () => {
  const as = await createTestAuthorizationServer()

  const honest = await as.request('/.well-known/openid-configuration')
  const headers = { host: 'evil.test', 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https' }
  const response = await as.request('http://evil.test/test/.well-known/openid-configuration', { headers })
  expect(await response.json()).toEqual(await honest.json())
})
