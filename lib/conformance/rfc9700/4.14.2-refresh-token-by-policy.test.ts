import { expect, test } from 'vitest'
import { basic, CALLBACK, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest } from '@/lib/testing/back-channel'

test('[AC-12] SHOULD give a refresh token only to clients registered for it', async () => {
  const client = {
    client_id: 'once',
    grant_types: ['authorization_code'],
    redirect_uris: [CALLBACK],
    scope: 'photos.read',
  }
  const as = await createTestAuthorizationServer({ clients: [client] })
  const response = await as.form('/token', await codeRequest(as, { client_id: 'once' }), basic('once'))
  expect(await response.json()).not.toHaveProperty('refresh_token')
})
