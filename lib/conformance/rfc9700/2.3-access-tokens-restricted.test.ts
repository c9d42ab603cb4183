import { expect, test } from 'vitest'
import { decodeJwt } from '@/lib/oauth/jwt'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'

test('[TOK-07] SHOULD make access tokens short-lived, narrow and for one resource', async () => {
  const as = await createTestAuthorizationServer()

  const { access_token, expires_in } = await as.tokens({ scope: 'photos.read' })
  expect(expires_in).toBeLessThanOrEqual(3600)
  expect(decodeJwt(access_token)?.payload).toMatchObject({ scope: 'photos.read', aud: TEST_ORIGINS.resource })
})
