import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[AC-01] MUST tell a missing code from one it does not know', async () => {
  const as = await createTestAuthorizationServer()

  const { code: _, ...request } = await codeRequest(as)
  expect(await outcome(await as.form('/token', request, basic('web')))).toBe('400 invalid_request')
  expect(await outcome(await as.form('/token', { ...request, code: 'unknown' }, basic('web')))).toBe(
    '400 invalid_grant',
  )
})
