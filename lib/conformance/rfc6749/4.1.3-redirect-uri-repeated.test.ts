import { expect, test } from 'vitest'
import { basic, CALLBACK, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[AC-03] MUST want the redirect_uri of the authorization request again', async () => {
  const as = await createTestAuthorizationServer()

  const { redirect_uri: _, ...without } = await codeRequest(as)
  expect(await outcome(await as.form('/token', without, basic('web')))).toBe('400 invalid_grant')
  const altered = { ...without, redirect_uri: `${CALLBACK}/` }
  expect(await outcome(await as.form('/token', altered, basic('web')))).toBe('400 invalid_grant')
  expect((await as.form('/token', { ...without, redirect_uri: CALLBACK }, basic('web'))).status).toBe(200)
})

test('[AC-03] MUST NOT want it when the authorization request had none', async () => {
  const as = await createTestAuthorizationServer()

  const { redirect_uri: _, ...without } = await codeRequest(as, { redirect_uri_sent: false })
  expect((await as.form('/token', without, basic('web'))).status).toBe(200)
})
