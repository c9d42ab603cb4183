import { expect, test } from 'vitest'
import { decodeJwt } from '@/lib/oauth/jwt'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'

test('[AT-03] SHOULD say in the token which scope was granted', async () => {
  const server = await createTestAuthorizationServer()
  const { access_token } = await server.tokens({ scope: 'photos.read photos.write' })
  expect(decodeJwt(access_token)?.payload.scope).toBe('photos.read photos.write')
})
