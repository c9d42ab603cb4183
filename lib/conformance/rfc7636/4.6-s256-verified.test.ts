import { expect, test } from 'vitest'
import { basic, CHALLENGE, createTestAuthorizationServer, VERIFIER } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[PK-01] MUST verify S256: the example of appendix B passes', async () => {
  const as = await createTestAuthorizationServer()

  expect(await as.seedCode()).toBe('code-1')
  expect((await as.store.dump()).authorization_codes[0]?.code_challenge).toBe(CHALLENGE)
  expect((await as.form('/token', await codeRequest(as), basic('web'))).status).toBe(200)
})

test('[PK-02] MUST refuse a verifier that does not match', async () => {
  const as = await createTestAuthorizationServer()

  const request = { ...(await codeRequest(as)), code_verifier: VERIFIER.replace('d', 'e') }
  expect(await outcome(await as.form('/token', request, basic('web')))).toBe('400 invalid_grant')
})

test('[PK-06] MUST NOT take the S256 challenge itself for a verifier', async () => {
  const as = await createTestAuthorizationServer()

  const request = { ...(await codeRequest(as)), code_verifier: CHALLENGE }
  expect(await outcome(await as.form('/token', request, basic('web')))).toBe('400 invalid_grant')
})
