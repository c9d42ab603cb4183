import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { refresh } from '@/lib/testing/back-channel'

test('[RT-05] MUST rotate the refresh tokens of public clients', async () => {
  const as = await createTestAuthorizationServer()

  const { refresh_token } = await as.tokens({ client_id: 'spa' })
  const response = await refresh(as, refresh_token, { client_id: 'spa' }, {})
  const rotated = await response.json()
  expect(rotated.refresh_token).toEqual(expect.any(String))
  expect(rotated.refresh_token).not.toBe(refresh_token)
})

test('where the policy does not rotate, the token stays the same and no new one is sent', async () => {
  const as = await createTestAuthorizationServer({ policy: { rotateRefreshTokens: false } })
  const { refresh_token } = await as.tokens()
  for (let use = 0; use < 3; use += 1) {
    const response = await refresh(as, refresh_token)
    expect(response.status).toBe(200)
    expect(await response.json()).not.toHaveProperty('refresh_token')
  }
})
