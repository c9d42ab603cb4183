import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { isActive, refresh } from '@/lib/testing/back-channel'

test('[IN-06] MUST take expiry, revocation and signature into account', async () => {
  for (const accessTokenFormat of ['jwt', 'opaque'] as const) {
    const as = await createTestAuthorizationServer({ policy: { accessTokenFormat } })
    const { access_token, refresh_token } = await as.tokens()
    expect(await isActive(as, access_token)).toBe(true)
    const last = access_token.slice(-2) === 'AA' ? 'BB' : 'AA'
    expect(await isActive(as, access_token.slice(0, -2) + last)).toBe(false)
    as.clock.advance(600)
    expect(await isActive(as, access_token)).toBe(false)
    const next = await (await refresh(as, refresh_token)).json()
    expect(await isActive(as, next.access_token)).toBe(true)
    expect(await isActive(as, refresh_token)).toBe(false)
    await as.form('/revoke', { token: next.access_token }, basic('web'))
    expect(await isActive(as, next.access_token)).toBe(false)
  }
})
