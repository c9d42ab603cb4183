import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[GEN-09] MUST treat a parameter without a value as absent', async () => {
  const as = await createTestAuthorizationServer()

  const withoutVerifier = { ...(await codeRequest(as)), code_verifier: '' }
  expect(await outcome(await as.form('/token', withoutVerifier, basic('web')))).toBe('400 invalid_grant')
  const withoutCode = { ...(await codeRequest(as)), code: '' }
  expect(await outcome(await as.form('/token', withoutCode, basic('web')))).toBe('400 invalid_request')
  const withoutScope = { ...(await codeRequest(as)), scope: '' }
  const response = await as.form('/token', withoutScope, basic('web'))
  expect(await response.json()).toMatchObject({ scope: 'photos.read' })
})
