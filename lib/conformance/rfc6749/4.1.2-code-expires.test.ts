import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[AC-09] MUST let codes expire within ten minutes, and refuse them then', async () => {
  for (const preset of ['rfc6749', 'bcp', 'oauth21', 'fapi2'] as const) {
    const as = await createTestAuthorizationServer({ preset, policy: { senderConstrained: 'optional' } })
    const request = await codeRequest(as)
    as.clock.advance(601)
    expect(await outcome(await as.form('/token', request, basic('web')))).toBe('400 invalid_grant')
  }
})

test('[AC-09] MUST accept a code until the moment it expires', async () => {
  const as = await createTestAuthorizationServer()

  const request = await codeRequest(as)
  as.clock.advance(59)
  expect((await as.form('/token', request, basic('web'))).status).toBe(200)
})
