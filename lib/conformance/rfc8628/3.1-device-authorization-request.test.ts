import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { outcome } from '@/lib/testing/back-channel'
import { DEVICE_CODE_GRANT, deviceCodes } from '@/lib/testing/device'

const secretive = {
  client_id: 'box',
  token_endpoint_auth_method: 'client_secret_basic',
  grant_types: [DEVICE_CODE_GRANT],
  redirect_uris: [],
}

test('[DV-01] MUST answer a form with codes, an address and times, and keep it out of caches', async () => {
  const as = await createTestAuthorizationServer()
  const response = await as.form('/device_authorization', { client_id: 'tv' })
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  const verification_uri = `${as.env.origins.issuer}/device`
  const body = await response.json()
  expect(body).toEqual({
    device_code: expect.any(String),
    user_code: expect.stringMatching(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/),
    verification_uri,
    verification_uri_complete: `${verification_uri}?user_code=${body.user_code}`,
    expires_in: 600,
    interval: 5,
  })
  expect((await as.request('/device_authorization?client_id=tv')).status).toBe(405)
  expect(await outcome(await as.request('/device_authorization', { method: 'POST', body: '{}' }))).toBe(
    '400 invalid_request',
  )
})

test('[DV-02] MUST authenticate the client as the token endpoint does', async () => {
  const as = await createTestAuthorizationServer({ clients: [secretive] })
  const ask = async (parameters: Record<string, string>, headers = {}) =>
    outcome(await as.form('/device_authorization', parameters, headers))
  expect(await ask({ client_id: 'box' })).toBe('401 invalid_client')
  expect(await ask({}, basic('box'))).toBe('200')
  expect(await ask({}, basic('box', 'wrong'))).toBe('401 invalid_client')
  expect(await ask({})).toMatch(/invalid_client|invalid_request/)
  expect(await ask({ client_id: 'nobody' })).toBe('401 invalid_client')
})

test('[DV-02] MUST refuse a client that is not registered for the grant, and a scope beyond its own', async () => {
  const as = await createTestAuthorizationServer()
  const ask = async (parameters: Record<string, string>) => outcome(await as.form('/device_authorization', parameters))
  expect(await ask({ client_id: 'spa' })).toBe('400 unauthorized_client')
  expect(await ask({ client_id: 'tv', scope: 'usage.read' })).toBe('400 invalid_scope')
  expect(await as.store.dump()).toMatchObject({ device_codes: [] })
})

test('[DV-03] MUST refuse repeated parameters, ignore unknown ones and take empty ones for absent', async () => {
  const as = await createTestAuthorizationServer()
  const ask = async (parameters: [string, string][]) => outcome(await as.form('/device_authorization', parameters))
  const id: [string, string] = ['client_id', 'tv']
  expect(await ask([id, ['scope', 'photos.read'], ['scope', 'photos.read']])).toBe('400 invalid_request')
  expect(await ask([id, id])).toBe('400 invalid_request')
  expect(await ask([id, ['foo', 'bar']])).toBe('200')
  expect(await ask([id, ['scope', '']])).toBe('200')
  expect((await as.store.dump()).device_codes.map(({ scope }) => scope)).toEqual(['photos.read', 'photos.read'])
})

test('[DV-10] SHOULD make device codes of 256 random bits, and keep hashes of both codes', async () => {
  const as = await createTestAuthorizationServer()
  const { device_code, user_code } = await deviceCodes(as)
  expect(Buffer.from(device_code, 'base64url')).toHaveLength(32)
  const kept = JSON.stringify((await as.store.dump()).device_codes)
  expect(kept).not.toContain(device_code)
  expect(kept).not.toContain(user_code)
  expect(kept).not.toContain(user_code.replace('-', ''))
  expect((await deviceCodes(as)).device_code).not.toBe(device_code)
})
