import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, isActive, outcome, refresh } from '@/lib/testing/back-channel'

test('[AC-06] SHOULD revoke the tokens of a code that comes back, otherwise valid', async () => {
  const as = await createTestAuthorizationServer()

  const request = await codeRequest(as)
  const response = await as.form('/token', request, basic('web'))
  const { access_token, refresh_token } = await response.json()
  expect(await isActive(as, access_token)).toBe(true)
  await as.form('/token', request, basic('web'))
  expect(await isActive(as, access_token)).toBe(false)
  expect(await outcome(await refresh(as, refresh_token))).toBe('400 invalid_grant')
})

test('where the policy does not revoke, the tokens stay good', async () => {
  const as = await createTestAuthorizationServer({ policy: { revokeOnCodeReplay: false } })
  const request = await codeRequest(as)
  const response = await as.form('/token', request, basic('web'))
  expect(await outcome(await as.form('/token', request, basic('web')))).toBe('400 invalid_grant')
  expect(await isActive(as, (await response.json()).access_token)).toBe(true)
})
