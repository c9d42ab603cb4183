import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'
import { authorizePath, locationOf } from '@/lib/testing/front-channel'

test('[GEN-06] MUST refuse a repeated parameter at the token endpoint', async () => {
  const as = await createTestAuthorizationServer()

  const request = Object.entries(await codeRequest(as))
  for (const [name, value] of request) {
    for (const second of [value, 'another']) {
      const response = await as.form('/token', [...request, [name, second]], basic('web'))
      expect(await outcome(response)).toBe('400 invalid_request')
    }
  }
  expect((await as.form('/token', request, basic('web'))).status).toBe(200)
})

test('[GEN-06] MUST refuse a repeated parameter at introspection and revocation', async () => {
  const as = await createTestAuthorizationServer()

  for (const path of ['/introspect', '/revoke']) {
    const twice: [string, string][] = [
      ['token', 'a'],
      ['token', 'a'],
    ]
    expect(await outcome(await as.form(path, twice, basic('web')))).toBe('400 invalid_request')
  }
})

test('[GEN-06] MUST refuse a repeated parameter at the authorization endpoint', async () => {
  const as = await createTestAuthorizationServer()

  const response = await as.request(`${authorizePath()}&scope=photos.read`)
  expect(new URL(locationOf(response)).searchParams.get('error')).toBe('invalid_request')
})

test('where the policy does not look, a repeated parameter passes', async () => {
  const as = await createTestAuthorizationServer({ policy: { refuseRepeatedParameters: false } })
  const request = Object.entries(await codeRequest(as))
  const response = await as.form('/token', [...request, ['code', 'another']], basic('web'))
  expect(response.status).toBe(200)
  expect(as.checks().find((check) => check.id === 'form-parameters-once')?.verdict).toBe('off')
})
