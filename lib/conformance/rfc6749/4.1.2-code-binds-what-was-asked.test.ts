import { expect, test } from 'vitest'
import { sha256 } from '@/lib/authorization-server/secret-key'
import {
  CALLBACK,
  CHALLENGE,
  createTestAuthorizationServer,
  TEST_ORIGINS,
  TEST_TIME,
} from '@/lib/testing/authorization-server'
import { testBrowser } from '@/lib/testing/front-channel'

test('MUST bind the code to the client and the redirect URI, and keep only its hash', async () => {
  const server = await createTestAuthorizationServer()
  const browser = testBrowser(server)
  const location = await browser.grant({ nonce: 'n-1', resource: TEST_ORIGINS.resource })
  const code = location.searchParams.get('code') ?? ''
  const [row] = await server.store.find('authorization_codes', {})
  expect(row).toEqual({
    key: await sha256(code),
    client_id: 'web',
    user_id: 'alice',
    scope: 'photos.read',
    grant_id: expect.any(String),
    redirect_uri: CALLBACK,
    redirect_uri_sent: true,
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    nonce: 'n-1',
    dpop_jkt: null,
    resource: TEST_ORIGINS.resource,
    auth_time: TEST_TIME,
    issued_at: TEST_TIME,
    expires_at: TEST_TIME + 60_000,
    used_at: null,
  })
  const [grant] = await server.store.find('grants', {})
  expect(grant).toMatchObject({ key: row?.grant_id, client_id: 'web', user_id: 'alice', revoked_at: null })
  expect(JSON.stringify(await server.store.dump())).not.toContain(code)
})

test('the wire can tell who has seen the code: it is reported when it is made', async () => {
  const server = await createTestAuthorizationServer()
  const location = await testBrowser(server).grant()
  expect(server.reports).toContainEqual({
    type: 'secret',
    secret: {
      kind: 'authorization_code',
      value: location.searchParams.get('code'),
      madeBy: 'authorization-server',
    },
  })
})

test('the learner sees the code itself in a store that keeps it in clear', async () => {
  const server = await createTestAuthorizationServer({ policy: { storeTokensHashed: false } })
  const location = await testBrowser(server).grant()
  expect(JSON.stringify(await server.store.dump())).toContain(location.searchParams.get('code'))
})
