import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[PK-04] MUST refuse a verifier when there was no challenge', async () => {
  const as = await createTestAuthorizationServer()

  const request = await codeRequest(as, { code_verifier: null })
  expect(await outcome(await as.form('/token', request, basic('web')))).toBe('400 invalid_request')
})

test('where the policy does not look, the downgrade goes unnoticed', async () => {
  const as = await createTestAuthorizationServer({ policy: { refuseVerifierWithoutChallenge: false } })
  const request = await codeRequest(as, { code_verifier: null })
  expect((await as.form('/token', request, basic('web'))).status).toBe(200)
})
