import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[PK-03] MUST refuse a missing verifier when there was a challenge, confidential client or not', async () => {
  const as = await createTestAuthorizationServer()

  const { code_verifier: _, ...request } = await codeRequest(as)
  expect(await outcome(await as.form('/token', request, basic('web')))).toBe('400 invalid_grant')
  const redirect_uri = `${TEST_ORIGINS.client}/spa/callback`
  const { code_verifier: __, ...ofPublic } = await codeRequest(as, { client_id: 'spa', redirect_uri })
  expect(await outcome(await as.form('/token', { ...ofPublic, client_id: 'spa' }))).toBe('400 invalid_grant')
})
