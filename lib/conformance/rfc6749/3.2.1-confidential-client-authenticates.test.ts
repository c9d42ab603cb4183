import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[CA-09] MUST refuse a confidential client that does not authenticate', async () => {
  const as = await createTestAuthorizationServer()

  const request = { ...(await codeRequest(as)), client_id: 'web' }
  expect(await outcome(await as.form('/token', request))).toBe('401 invalid_client')
})

test('where the policy does not look, naming the client is enough', async () => {
  const as = await createTestAuthorizationServer({ policy: { clientAuthenticationRequired: false } })
  const request = { ...(await codeRequest(as)), client_id: 'web' }
  expect((await as.form('/token', request)).status).toBe(200)
  expect(as.checks().find((check) => check.id === 'client-method-registered')?.verdict).toBe('off')
  expect(await outcome(await as.form('/token', request, basic('web', 'wrong')))).toBe('401 invalid_client')
})
