import { expect, test } from 'vitest'
import { decodeJwt } from '@/lib/oauth/jwt'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'

test('[AT-06] MUST make a token for the default resource when none was asked for', async () => {
  const server = await createTestAuthorizationServer()
  const { access_token } = await server.tokens({ resource: null })
  expect(decodeJwt(access_token)?.payload.aud).toBe(TEST_ORIGINS.resource)
})
