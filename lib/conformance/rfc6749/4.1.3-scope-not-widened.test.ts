import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[AC-11] MUST NOT grant more scope than was consented to, whatever the token request asks', async () => {
  const as = await createTestAuthorizationServer()

  const wider = { ...(await codeRequest(as)), scope: 'photos.read photos.write admin' }
  expect(await (await as.form('/token', wider, basic('web'))).json()).toMatchObject({ scope: 'photos.read' })
  const other = { ...(await codeRequest(as)), scope: 'photos.write' }
  expect(await outcome(await as.form('/token', other, basic('web')))).toBe('400 invalid_scope')
})

test('where the policy does not look, the token request widens the scope', async () => {
  const as = await createTestAuthorizationServer({ policy: { capScope: false } })
  const wider = { ...(await codeRequest(as)), scope: 'admin' }
  expect(await (await as.form('/token', wider, basic('web'))).json()).toMatchObject({ scope: 'admin' })
})
