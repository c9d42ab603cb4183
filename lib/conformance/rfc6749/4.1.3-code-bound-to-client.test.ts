import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[AC-02] MUST refuse a code made for another client, and keep it good for its own', async () => {
  const as = await createTestAuthorizationServer()

  const request = await codeRequest(as)
  expect(await outcome(await as.form('/token', request, basic('other')))).toBe('400 invalid_grant')
  expect((await as.form('/token', request, basic('web'))).status).toBe(200)
})

test('where the policy does not look, another client redeems the code', async () => {
  const as = await createTestAuthorizationServer({ policy: { codeBoundToClient: false } })
  expect((await as.form('/token', await codeRequest(as), basic('other'))).status).toBe(200)
})
