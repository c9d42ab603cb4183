import { expect, test } from 'vitest'
import { CALLBACK, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { outcome, register } from '@/lib/testing/back-channel'

test('[DR-03] MUST say which metadata it refuses', async () => {
  const as = await createTestAuthorizationServer()

  const badUris = [
    'relative',
    'javascript:alert(1)',
    'http://c.test/cb',
    'http://c.test#x',
    `${CALLBACK}#x`,
    'https://evil.test',
  ]
  for (const uri of badUris) {
    expect(await outcome(await register(as, { redirect_uris: [uri] }))).toBe('400 invalid_redirect_uri')
  }
  const badMetadata = [
    { redirect_uris: 'no list' },
    { redirect_uris: [CALLBACK], client_name: 7 },
    { redirect_uris: [CALLBACK], token_endpoint_auth_method: 'magic' },
    { redirect_uris: [CALLBACK], grant_types: ['magic'] },
  ]
  for (const metadata of badMetadata) {
    expect(await outcome(await register(as, metadata))).toBe('400 invalid_client_metadata')
  }
  const noJson = await as.request('/register', {
    method: 'POST',
    body: '{',
    headers: { 'content-type': 'application/json' },
  })
  expect(await outcome(noJson)).toBe('400 invalid_client_metadata')
  expect((await as.store.dump()).clients.some((client) => !client.trusted)).toBe(false)
})

test('[AUT-10] MUST accept http redirect URIs only for the loopback', async () => {
  const as = await createTestAuthorizationServer()

  expect(await outcome(await register(as, { redirect_uris: ['http://c.test/cb'] }))).toBe('400 invalid_redirect_uri')
  for (const uri of ['http://127.0.0.1/cb', 'http://[::1]:8080/cb', 'http://localhost:8080/cb']) {
    expect((await register(as, { redirect_uris: [uri] })).status).toBe(201)
  }
})

test('[AUT-11] SHOULD refuse private-use schemes without a dot, and those that run script', async () => {
  const as = await createTestAuthorizationServer()

  for (const uri of ['myapp:/cb', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd']) {
    const metadata = { redirect_uris: [uri], application_type: 'native' }
    expect(await outcome(await register(as, metadata))).toBe('400 invalid_redirect_uri')
    expect(as.checks().find((check) => check.verdict === 'failed')?.id).toBe('registration-redirect-uri-scheme')
  }
})

test('whatever the policy, redirects stay inside the lab', async () => {
  const as = await createTestAuthorizationServer({
    preset: 'permissive',
    checksOff: ['registration-redirect-uri-inside-lab'],
  })
  expect(await outcome(await register(as, { redirect_uris: ['https://evil.test/cb'] }))).toBe(
    '400 invalid_redirect_uri',
  )
})
