import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[AC-05] MUST refuse a code that was used before', async () => {
  const as = await createTestAuthorizationServer()

  const request = await codeRequest(as)
  expect((await as.form('/token', request, basic('web'))).status).toBe(200)
  expect(await outcome(await as.form('/token', request, basic('web')))).toBe('400 invalid_grant')
  expect(as.checks().find((check) => check.verdict === 'failed')?.id).toBe('code-unused')
})

test('where the policy does not look, a code works again', async () => {
  const as = await createTestAuthorizationServer({ policy: { codeSingleUse: false } })
  const request = await codeRequest(as)
  for (let use = 0; use < 3; use += 1) expect((await as.form('/token', request, basic('web'))).status).toBe(200)
})
