import { expect, test } from 'vitest'
import { basic, CALLBACK, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, register } from '@/lib/testing/back-channel'

test('[GEN-10] MUST ignore parameters it does not know', async () => {
  const as = await createTestAuthorizationServer()

  const response = await as.form('/token', { ...(await codeRequest(as)), foo: 'bar' }, basic('web'))
  expect(response.status).toBe(200)
  const { access_token: token } = await response.json()
  const introspected = await as.form('/introspect', { token, foo: 'bar' }, basic('photo-drive'))
  expect(await introspected.json()).toMatchObject({ active: true })
  expect((await as.form('/revoke', { token, foo: 'bar' }, basic('web'))).status).toBe(200)
  expect((await register(as, { redirect_uris: [CALLBACK], foo: 'bar' })).status).toBe(201)
})
