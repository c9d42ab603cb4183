import { expect, test } from 'vitest'
import { TEST_TIME } from '@/lib/testing/authorization-server'
import { refresh } from '@/lib/testing/back-channel'
import { createOpenIdProvider, logIn, verifiedIdToken } from '@/lib/testing/openid'

test('[RT-13] MUST be about the same login: iss, sub, aud and auth_time stay, iat is new', async () => {
  const as = await createOpenIdProvider()
  const first = await logIn(as, { nonce: 'n-0S6' })
  const before = (await verifiedIdToken(as, first.id_token)).claims
  as.clock.advance(300)
  const renewed = await (await refresh(as, first.refresh_token ?? '')).json()
  const { claims } = await verifiedIdToken(as, renewed.id_token)
  const { iss, sub, aud, auth_time } = before
  expect(claims).toMatchObject({ iss, sub, aud, auth_time, iat: TEST_TIME / 1000 + 300 })
  expect(claims.auth_time).toBe(TEST_TIME / 1000)
  expect(claims).not.toHaveProperty('nonce')
  expect(claims.at_hash).not.toBe(before.at_hash)
})

test('[RT-13] a refresh without openid brings no ID token', async () => {
  const as = await createOpenIdProvider()
  const { refresh_token = '' } = await logIn(as, { scope: 'openid photos.read' })
  expect(await (await refresh(as, refresh_token, { scope: 'photos.read' })).json()).not.toHaveProperty('id_token')
})
