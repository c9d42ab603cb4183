import { expect, test } from 'vitest'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { authorizePath, pageName } from '@/lib/testing/front-channel'

const BACK = `${TEST_ORIGINS.client}/spa/callback`
const client = {
  client_id: 'implicit-app',
  token_endpoint_auth_method: 'none',
  grant_types: ['implicit'],
  response_types: ['token'],
  redirect_uris: [BACK],
}

test.each([
  'https://attacker.example/callback',
  `${TEST_ORIGINS.client}/elsewhere`,
  `${BACK}#fragment`,
  'http://localhost:3003.attacker.example/spa/callback',
])('[IM-03] MUST send no token, and nobody, to %s', async (redirect_uri) => {
  const as = await createTestAuthorizationServer({ preset: 'rfc6749', clients: [client] })
  const response = await as.request(authorizePath({ response_type: 'token', client_id: 'implicit-app', redirect_uri }))
  expect(response.status).toBe(400)
  expect(response.headers.has('location')).toBe(false)
  expect(await pageName(response)).toBe('error')
})
