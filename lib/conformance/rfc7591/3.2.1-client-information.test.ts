import { expect, test } from 'vitest'
import { basic, CALLBACK, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, register } from '@/lib/testing/back-channel'

test('[DR-01] MUST answer 201 with an id, its time, and the secret of a confidential client', async () => {
  const as = await createTestAuthorizationServer()

  const response = await register(as, { redirect_uris: [CALLBACK] })
  expect(response.status).toBe(201)
  expect(response.headers.get('cache-control')).toContain('no-store')
  expect(await response.json()).toMatchObject({
    client_id: expect.stringMatching(/^client_/),
    client_id_issued_at: Math.floor(as.env.now() / 1000),
    client_secret: expect.stringMatching(/^[\w-]{43}$/),
    client_secret_expires_at: 0,
  })
  const ofPublic = await register(as, { redirect_uris: [CALLBACK], token_endpoint_auth_method: 'none' })
  expect(await ofPublic.json()).not.toHaveProperty('client_secret')
})

test('[DR-02] MUST answer all metadata as registered, what the server changed included', async () => {
  const as = await createTestAuthorizationServer()

  const response = await register(as, { client_name: 'Mine', redirect_uris: [CALLBACK], scope: 'photos.read admin' })
  expect(await response.json()).toMatchObject({
    client_name: 'Mine',
    redirect_uris: [CALLBACK],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_basic',
    scope: 'photos.read',
    application_type: 'web',
  })
})

test('a registered client gets tokens', async () => {
  const as = await createTestAuthorizationServer()

  const { client_id, client_secret } = await (await register(as, { redirect_uris: [CALLBACK] })).json()
  const response = await as.form('/token', await codeRequest(as, { client_id }), basic(client_id, client_secret))
  expect(response.status).toBe(200)
})
