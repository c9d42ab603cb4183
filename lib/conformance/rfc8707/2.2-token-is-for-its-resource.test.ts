import { expect, test } from 'vitest'
import { decodeJwt } from '@/lib/oauth/jwt'
import { basic, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'
import { answerOf, authorizePath } from '@/lib/testing/front-channel'
import { createExchangeServer, SHOP } from '@/lib/testing/token-exchange'

test('[RI-01] MUST refuse a resource that is relative or has a fragment', async () => {
  const as = await createExchangeServer()
  for (const resource of ['/print', 'print', `${SHOP}#top`]) {
    expect(answerOf(await as.request(authorizePath({ resource }))).get('error')).toBe('invalid_target')
  }
})

test('[RI-02] MUST refuse an unknown resource with invalid_target, by redirect and at the token endpoint', async () => {
  const as = await createExchangeServer()
  const resource = 'https://unknown.example'
  expect(answerOf(await as.request(authorizePath({ resource }))).get('error')).toBe('invalid_target')
  const request = { ...(await codeRequest(as)), resource }
  expect(await outcome(await as.form('/token', request, basic('web')))).toBe('400 invalid_target')
})

test('[RI-03] MUST refuse a resource at the token endpoint that was not granted', async () => {
  const as = await createExchangeServer()
  const request = { ...(await codeRequest(as, { resource: SHOP })), resource: TEST_ORIGINS.resource }
  expect(await outcome(await as.form('/token', request, basic('web')))).toBe('400 invalid_target')
})

test('[RI-04] SHOULD make a token for the requested resource only', async () => {
  const as = await createExchangeServer()
  const { access_token } = await as.tokens({ resource: SHOP })
  expect(decodeJwt(access_token)?.payload.aud).toBe(SHOP)
})

test('MUST refuse two resources in one authorization request: no token could be for both alone', async () => {
  const as = await createExchangeServer()
  const path = `${authorizePath({ resource: SHOP })}&resource=${encodeURIComponent(TEST_ORIGINS.resource)}`
  expect(answerOf(await as.request(path)).get('error')).toBe('invalid_target')
})
