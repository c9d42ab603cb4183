import { expect, test } from 'vitest'
import { decodeJwt } from '@/lib/oauth/jwt'
import { basic, createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[AT-06] MUST make tokens for the default resource when none is asked for, and refuse those not granted', async () => {
  const as = await createTestAuthorizationServer()

  const { access_token } = await as.tokens()
  expect(decodeJwt(access_token)?.payload.aud).toBe(TEST_ORIGINS.resource)
  const request = { ...(await codeRequest(as)), resource: 'https://other.test' }
  expect(await outcome(await as.form('/token', request, basic('web')))).toBe('400 invalid_target')
})

test('where the policy does not restrict tokens, they name no audience', async () => {
  const as = await createTestAuthorizationServer({ policy: { audience: false } })
  const { access_token } = await as.tokens()
  expect(decodeJwt(access_token)?.payload).not.toHaveProperty('aud')
})
