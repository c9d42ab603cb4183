import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[TOK-01] MUST tell a missing grant_type from an unknown one', async () => {
  const as = await createTestAuthorizationServer()

  expect(await outcome(await as.form('/token', {}, basic('web')))).toBe('400 invalid_request')
  expect(await outcome(await as.form('/token', { grant_type: 'magic' }, basic('web')))).toBe(
    '400 unsupported_grant_type',
  )
})

test('[TOK-02] MUST refuse a grant the client is not registered for', async () => {
  const as = await createTestAuthorizationServer()

  const request = await codeRequest(as, { client_id: 'm2m' })
  expect(await outcome(await as.form('/token', request, basic('m2m')))).toBe('400 unauthorized_client')
})
