import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'

test('[TOK-06] MUST make tokens nobody can guess: at least 128 random bits, none twice', async () => {
  const as = await createTestAuthorizationServer({ policy: { accessTokenFormat: 'opaque' } })
  const values = new Set<string>()
  for (let round = 0; round < 50; round += 1) {
    const { access_token, refresh_token } = await as.tokens()
    for (const value of [access_token, refresh_token]) {
      expect(Buffer.from(value, 'base64url').length).toBeGreaterThanOrEqual(16)
      values.add(value)
    }
  }
  expect(values.size).toBe(100)
})
