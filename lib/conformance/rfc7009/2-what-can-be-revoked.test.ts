import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { isActive, outcome, refresh } from '@/lib/testing/back-channel'

test('[RV-04] MUST revoke refresh tokens, those of public clients too', async () => {
  const as = await createTestAuthorizationServer()

  const { refresh_token } = await as.tokens({ client_id: 'spa' })
  expect((await as.form('/revoke', { token: refresh_token, client_id: 'spa' })).status).toBe(200)
  expect(await outcome(await refresh(as, refresh_token, { client_id: 'spa' }, {}))).toBe('400 invalid_grant')
})

test('[RV-05] SHOULD end the access tokens with their refresh token, and leave the refresh token with an access token', async () => {
  const as = await createTestAuthorizationServer()

  const first = await as.tokens()
  await as.form('/revoke', { token: first.refresh_token }, basic('web'))
  expect(await isActive(as, first.access_token)).toBe(false)
  const second = await as.tokens()
  await as.form('/revoke', { token: second.access_token }, basic('web'))
  expect((await refresh(as, second.refresh_token)).status).toBe(200)
})

test('[RV-07] MUST answer unsupported_token_type only for kinds it cannot revoke: it can revoke both formats', async () => {
  for (const accessTokenFormat of ['jwt', 'opaque'] as const) {
    const as = await createTestAuthorizationServer({ policy: { accessTokenFormat } })
    const { access_token: token } = await as.tokens()
    expect((await as.form('/revoke', { token, token_type_hint: 'access_token' }, basic('web'))).status).toBe(200)
    expect(await isActive(as, token)).toBe(false)
  }
})

test('[RV-08] MUST take POST only', async () => {
  const as = await createTestAuthorizationServer()

  const response = await as.request('/revoke?token=a&callback=b', { headers: basic('web') })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('POST')
})
