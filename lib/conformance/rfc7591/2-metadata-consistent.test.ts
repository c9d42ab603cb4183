import { expect, test } from 'vitest'
import { CALLBACK, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { outcome, register } from '@/lib/testing/back-channel'

test('[DR-05] SHOULD refuse response types that do not fit the grant types', async () => {
  const as = await createTestAuthorizationServer()

  const metadata = { redirect_uris: [CALLBACK], response_types: ['code'], grant_types: ['implicit'] }
  expect(await outcome(await register(as, metadata))).toBe('400 invalid_client_metadata')
})

test('[DR-06] MUST want redirect URIs for flows that redirect', async () => {
  const as = await createTestAuthorizationServer()

  expect(await outcome(await register(as, {}))).toBe('400 invalid_redirect_uri')
  expect((await register(as, { grant_types: ['client_credentials'] })).status).toBe(201)
})

test('[DR-07] MUST refuse jwks together with jwks_uri', async () => {
  const as = await createTestAuthorizationServer()

  const keys = { jwks: { keys: [] }, jwks_uri: 'https://c.test/jwks' }
  expect(await outcome(await register(as, { redirect_uris: [CALLBACK], ...keys }))).toBe('400 invalid_client_metadata')
})
