import { expect, test } from 'vitest'
import { decodeJwt } from '@/lib/oauth/jwt'
import { basic, CALLBACK, createTestAuthorizationServer, type TestClient } from '@/lib/testing/authorization-server'
import { introspect, outcome, register } from '@/lib/testing/back-channel'

const GRANT = { grant_type: 'client_credentials' }
const OPEN: TestClient = { client_id: 'open', token_endpoint_auth_method: 'none', grant_types: ['client_credentials'] }

test('[CC-01] MUST give a public client nothing, whatever it is registered for', async () => {
  const as = await createTestAuthorizationServer({ clients: [OPEN] })
  for (const client_id of ['spa', 'open'])
    expect(await outcome(await as.form('/token', { ...GRANT, client_id }))).toBe('400 unauthorized_client')
})

test('[CC-01] MUST give nothing to who cannot prove to be the client', async () => {
  const as = await createTestAuthorizationServer()
  expect(await outcome(await as.form('/token', { ...GRANT, client_id: 'm2m' }))).toBe('401 invalid_client')
  expect(await outcome(await as.form('/token', GRANT, basic('m2m', 'guessed')))).toBe('401 invalid_client')
  expect((await as.store.dump()).access_tokens).toEqual([])
})

test('[CC-02] SHOULD issue no refresh token', async () => {
  const service = { client_id: 'both', grant_types: ['client_credentials', 'refresh_token'], scope: 'usage.read' }
  const as = await createTestAuthorizationServer({ clients: [service] })
  const response = await as.form('/token', GRANT, basic('both'))
  expect(response.status).toBe(200)
  expect(await response.json()).not.toHaveProperty('refresh_token')
  expect((await as.store.dump()).refresh_tokens).toEqual([])
})

test('[CC-03] MUST grant no scope that the client did not register', async () => {
  const as = await createTestAuthorizationServer()
  const ask = (scope: string) => as.form('/token', { ...GRANT, scope }, basic('m2m'))
  for (const scope of ['photos.read', 'usage.read photos.read', 'usage.read no.such', 'Usage.Read', 'usage.read  x"'])
    expect(await outcome(await ask(scope))).toBe('400 invalid_scope')
  expect(await (await ask('usage.read')).json()).toMatchObject({ scope: 'usage.read' })
  expect(await (await ask('')).json()).toMatchObject({ scope: 'usage.read' })
})

test('[CC-04] SHOULD name the client as the subject of its token, and never a user', async () => {
  const as = await createTestAuthorizationServer()
  const { access_token } = await (await as.form('/token', GRANT, basic('m2m'))).json()
  const payload = decodeJwt(access_token)?.payload
  expect(payload).toMatchObject({ sub: 'm2m', client_id: 'm2m', scope: 'usage.read' })
  expect(payload).not.toHaveProperty('auth_time')
  const answer = await introspect(as, access_token)
  expect(answer).toMatchObject({ active: true, sub: 'm2m', client_id: 'm2m' })
  expect(answer).not.toHaveProperty('username')
})

test('[CC-04] SHOULD choose the client_id itself, so that nobody is called like a user', async () => {
  const as = await createTestAuthorizationServer()
  const metadata = { client_id: 'alice', grant_types: ['client_credentials'], scope: 'usage.read' }
  const { client_id } = await (await register(as, metadata)).json()
  expect(client_id).toMatch(/^client_/)
})

test('[CC-05] MUST issue no ID token and refuse what is about a user', async () => {
  const service = { client_id: 'nosy', grant_types: ['client_credentials'], scope: 'usage.read openid' }
  const as = await createTestAuthorizationServer({ clients: [service] })
  expect(await outcome(await as.form('/token', { ...GRANT, scope: 'openid' }, basic('m2m')))).toBe('400 invalid_scope')
  expect(await outcome(await as.form('/token', { ...GRANT, scope: 'openid' }, basic('nosy')))).toBe('400 invalid_scope')
  const body = await (await as.form('/token', GRANT, basic('nosy'))).json()
  expect(body.scope).toBe('usage.read')
  expect(body).not.toHaveProperty('id_token')
})

test('[TOK-02] MUST refuse a client that is registered for other grants', async () => {
  const as = await createTestAuthorizationServer()
  expect(await outcome(await as.form('/token', GRANT, basic('web')))).toBe('400 unauthorized_client')
  const everything = { grant_types: ['authorization_code', 'client_credentials'], redirect_uris: [CALLBACK] }
  const { client_id, client_secret } = await (await register(as, everything)).json()
  expect((await as.form('/token', GRANT, basic(client_id, client_secret))).status).toBe(200)
})
