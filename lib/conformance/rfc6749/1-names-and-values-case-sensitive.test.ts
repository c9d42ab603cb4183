import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[GEN-11] MUST tell letter case apart in names and values', async () => {
  const as = await createTestAuthorizationServer()

  const { grant_type = '', ...rest } = await codeRequest(as)
  expect(await outcome(await as.form('/token', { ...rest, Grant_Type: grant_type }, basic('web')))).toBe(
    '400 invalid_request',
  )
  expect(await outcome(await as.form('/token', { ...rest, grant_type: 'Authorization_Code' }, basic('web')))).toBe(
    '400 unsupported_grant_type',
  )
})
