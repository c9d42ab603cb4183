import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { isActive, outcome, refresh } from '@/lib/testing/back-channel'

test('[RV-01] MUST refuse to revoke the token of another client, which stays good', async () => {
  const as = await createTestAuthorizationServer()

  const { access_token, refresh_token } = await as.tokens()
  for (const token of [access_token, refresh_token]) {
    expect(await outcome(await as.form('/revoke', { token }, basic('other')))).toBe('400 invalid_grant')
    expect(await outcome(await as.form('/revoke', { token }, basic('web', 'wrong')))).toBe('401 invalid_client')
  }
  expect(await isActive(as, access_token)).toBe(true)
  expect((await refresh(as, refresh_token)).status).toBe(200)
})

test('[RV-03] MUST find the token whatever the hint says', async () => {
  const as = await createTestAuthorizationServer()

  for (const token_type_hint of ['refresh_token', 'nonsense']) {
    const { access_token: token } = await as.tokens()
    await as.form('/revoke', { token, token_type_hint }, basic('web'))
    expect(await isActive(as, token)).toBe(false)
  }
})

test('[RV-06] MUST revoke at once', async () => {
  const as = await createTestAuthorizationServer()

  const { access_token: token } = await as.tokens()
  expect(await isActive(as, token)).toBe(true)
  expect((await as.form('/revoke', { token }, basic('web'))).status).toBe(200)
  expect(await isActive(as, token)).toBe(false)
})

test('[RV-09] MUST answer invalid_request when the token is missing', async () => {
  const as = await createTestAuthorizationServer()

  expect(await outcome(await as.form('/revoke', {}, basic('web')))).toBe('400 invalid_request')
})
