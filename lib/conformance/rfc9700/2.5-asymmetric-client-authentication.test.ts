import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { outcome, register } from '@/lib/testing/back-channel'
import { askWithAssertion, CLIENT_KEY, clientAssertion, PKJ } from '@/lib/testing/client-assertion'

test('[CA-21] SHOULD offer and advertise authentication with a key', async () => {
  const as = await createTestAuthorizationServer({ clients: [PKJ] })
  const metadata = await (await as.request('/.well-known/openid-configuration')).json()
  expect(metadata.token_endpoint_auth_methods_supported).toContain('private_key_jwt')
  expect(metadata.token_endpoint_auth_signing_alg_values_supported).toEqual(['ES256', 'PS256', 'RS256'])
  expect((await askWithAssertion(as, await clientAssertion())).status).toBe(200)
})

test('[CA-12] MUST refuse a secret of a client that registered a key, and a key of one that registered a secret', async () => {
  const as = await createTestAuthorizationServer({ clients: [PKJ] })
  const grant = { grant_type: 'client_credentials' }
  expect(await outcome(await as.form('/token', grant, basic('pkj')))).toBe('401 invalid_client')
  const foreign = await clientAssertion({ iss: 'm2m', sub: 'm2m' })
  expect(await outcome(await askWithAssertion(as, foreign))).toBe('401 invalid_client')
})

test('[CA-21] SHOULD let clients register public keys, and refuse private ones', async () => {
  const as = await createTestAuthorizationServer()
  const service = { grant_types: ['client_credentials'], token_endpoint_auth_method: 'private_key_jwt' }
  const created = await register(as, { ...service, jwks: { keys: [CLIENT_KEY] } })
  expect(created.status).toBe(201)
  expect(await created.json()).not.toHaveProperty('client_secret')
  for (const jwks of [
    undefined,
    { keys: [] },
    { keys: [{ ...CLIENT_KEY, d: 'x' }] },
    { keys: [{ kty: 'oct', k: 'x' }] },
  ])
    expect(await outcome(await register(as, { ...service, jwks }))).toBe('400 invalid_client_metadata')
})
