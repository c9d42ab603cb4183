import { expect, test } from 'vitest'
import { basic, CALLBACK, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[AC-04] MUST accept its absence in OAuth 2.1, and enforce it when it is sent', async () => {
  const as = await createTestAuthorizationServer({ preset: 'oauth21' })
  const { redirect_uri: _, ...without } = await codeRequest(as)
  const altered = { ...without, redirect_uri: `${CALLBACK}/` }
  expect(await outcome(await as.form('/token', altered, basic('web')))).toBe('400 invalid_grant')
  expect((await as.form('/token', without, basic('web'))).status).toBe(200)
})
