import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer, type TestAuthorizationServer } from '@/lib/testing/authorization-server'
import { outcome } from '@/lib/testing/back-channel'
import { GOOD_REQUEST } from '@/lib/testing/front-channel'

const push = (as: TestAuthorizationServer, changes: Record<string, string> = {}, headers = basic('web')) =>
  as.form('/par', { ...GOOD_REQUEST, ...changes }, headers)

test('[PA-01] MUST answer a push with 201, a request_uri, and a positive lifetime, not to be cached', async () => {
  const as = await createTestAuthorizationServer()
  const response = await push(as)
  expect(response.status).toBe(201)
  expect(response.headers.get('cache-control')).toContain('no-store')
  const { request_uri, expires_in } = (await response.json()) as Record<string, unknown>
  expect(request_uri).toMatch(/^urn:ietf:params:oauth:request_uri:/)
  expect(Number.isInteger(expires_in) && Number(expires_in) > 0).toBe(true)
})

test('[PA-02] MUST authenticate the client as the token endpoint does', async () => {
  const as = await createTestAuthorizationServer()
  expect(await outcome(await push(as, {}, basic('web', 'wrong')))).toBe('401 invalid_client')
  expect(await outcome(await push(as, {}, { authorization: '' }))).toBe('401 invalid_client')
  expect(await outcome(await push(as, { client_id: 'other' }))).toBe('400 invalid_request')
  const redirect_uri = 'http://localhost:3003/client/test/spa/callback'
  expect((await as.form('/par', { ...GOOD_REQUEST, client_id: 'spa', redirect_uri })).status).toBe(201)
})

test('[PA-03] MUST refuse a pushed request_uri', async () => {
  const as = await createTestAuthorizationServer()
  const { request_uri } = (await (await push(as)).json()) as { request_uri: string }
  expect(await outcome(await push(as, { request_uri }))).toBe('400 invalid_request')
})

test('[PA-04] MUST check the parameters as the authorization endpoint does, and answer errors as JSON', async () => {
  const as = await createTestAuthorizationServer()
  expect(await outcome(await push(as, { redirect_uri: 'https://evil.test/cb' }))).toBe('400 invalid_request')
  expect(await outcome(await push(as, { scope: 'admin' }))).toBe('400 invalid_scope')
  expect(await outcome(await push(as, { response_type: 'telepathy' }))).toBe('400 unsupported_response_type')
  expect(await outcome(await push(as, { code_challenge: '' }))).toBe('400 invalid_request')
  expect(await as.store.find('pushed_requests', {})).toEqual([])
})

test('[PA-05] MUST refuse other methods with 405, large requests with 413, too many with 429', async () => {
  const as = await createTestAuthorizationServer()
  expect((await as.request('/par')).status).toBe(405)
  expect((await push(as, { padding: 'x'.repeat(70_000) })).status).toBe(413)
  for (let count = 0; count < 100; count += 1) expect((await push(as, { state: String(count) })).status).toBe(201)
  expect((await push(as)).status).toBe(429)
  as.clock.advance(61)
  expect((await push(as)).status).toBe(201)
})

test('[PA-10] MAY take unregistered redirect URIs: this server takes them from nobody', async () => {
  const as = await createTestAuthorizationServer()
  expect((await push(as, { redirect_uri: 'http://localhost:3003/client/test/elsewhere' })).status).toBe(400)
})

test('[PA-11] MUST make references that nobody can guess, and keep only their hash', async () => {
  const as = await createTestAuthorizationServer()
  const uris = await Promise.all(
    [1, 2, 3].map(async () => ((await (await push(as)).json()) as { request_uri: string }).request_uri),
  )
  const secrets = uris.map((uri) => uri.split(':').at(-1) ?? '')
  expect(new Set(secrets).size).toBe(3)
  for (const secret of secrets) expect((secret.length * 6) / 8).toBeGreaterThanOrEqual(16)
  const kept = JSON.stringify(await as.store.dump())
  for (const secret of secrets) expect(kept).not.toContain(secret)
  expect(kept).not.toContain('web-secret')
})

test('a careless server counts: whoever has a reference knows the one before it', async () => {
  const as = await createTestAuthorizationServer({ preset: 'bcp', policy: { randomReferences: false } })
  const uris: string[] = []
  for (let round = 0; round < 2; round += 1) uris.push((await (await push(as)).json()).request_uri)
  expect(uris.map((uri) => uri.split(':').at(-1))).toEqual(['1', '2'])
})
