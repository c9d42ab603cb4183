import { expect, test } from 'vitest'
import { CALLBACK, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { outcome, register } from '@/lib/testing/back-channel'

test('[DR-08] MUST refuse an initial access token it did not issue', async () => {
  const as = await createTestAuthorizationServer()

  const response = await register(as, { redirect_uris: [CALLBACK] }, { authorization: 'Bearer made-up' })
  expect(await outcome(response)).toBe('401 invalid_token')
  expect(response.headers.get('www-authenticate')).toMatch(/^Bearer /)
})

test('[DR-08] MUST limit how many clients register themselves', async () => {
  const as = await createTestAuthorizationServer()

  for (let count = 0; count < 50; count += 1) {
    expect((await register(as, { redirect_uris: [CALLBACK] })).status).toBe(201)
  }
  expect((await register(as, { redirect_uris: [CALLBACK] })).status).toBe(429)
})

test('[DR-09] MUST NOT fetch a URL that somebody registers', async () => {
  const urls = ['http://127.0.0.1:1/', 'http://169.254.169.254/latest/meta-data/', 'http://[::1]/', 'https://c.test/']
  const names = ['jwks_uri', 'logo_uri', 'sector_identifier_uri']
  for (const preset of ['permissive', 'bcp'] as const) {
    const as = await createTestAuthorizationServer({ preset })
    for (const name of names) {
      const responses = urls.map((url) => register(as, { redirect_uris: [CALLBACK], [name]: url }))
      for (const response of await Promise.all(responses)) {
        expect(await outcome(response)).toBe(preset === 'bcp' ? '400 invalid_client_metadata' : '201')
      }
    }
    expect(as.reports.filter((report) => report.type === 'bug')).toEqual([])
  }
})
