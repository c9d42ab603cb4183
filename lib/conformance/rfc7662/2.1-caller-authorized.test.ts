import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { outcome } from '@/lib/testing/back-channel'

test('[IN-01] MUST refuse callers that do not authenticate', async () => {
  const as = await createTestAuthorizationServer()

  const { access_token: token } = await as.tokens()
  const anonymous = await as.form('/introspect', { token })
  expect(await outcome(anonymous)).toBe('401 invalid_client')
  expect(anonymous.headers.get('www-authenticate')).toMatch(/^Basic /)
  expect(await outcome(await as.form('/introspect', { token, client_id: 'spa' }))).toBe('401 invalid_client')
})

test('where the policy does not look, anybody may ask', async () => {
  const as = await createTestAuthorizationServer({ policy: { introspectionAuthenticated: false } })
  const { access_token: token } = await as.tokens()
  const response = await as.form('/introspect', { token })
  expect(await response.json()).toMatchObject({ active: true, username: 'alice' })
})
