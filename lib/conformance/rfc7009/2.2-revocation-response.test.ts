import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'

test('[RV-02] MUST answer 200 for a revoked token and for one it does not know', async () => {
  const as = await createTestAuthorizationServer()

  const { access_token } = await as.tokens()
  for (const token of [access_token, access_token, 'unknown']) {
    const response = await as.form('/revoke', { token }, basic('web'))
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  }
})
