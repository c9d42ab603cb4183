import { expect, test } from 'vitest'
import { TEST_TIME } from '@/lib/testing/authorization-server'
import { answerOf, pageName, testBrowser } from '@/lib/testing/front-channel'
import { createOpenIdProvider, logIn, verifiedIdToken } from '@/lib/testing/openid'

test('[OID-07] MUST ask for the password again once the sign-in is older than max_age', async () => {
  const as = await createOpenIdProvider()
  const browser = testBrowser(as)
  await logIn(as, {}, browser)
  as.clock.advance(100)
  expect(await pageName(await browser.authorize({ scope: 'openid', max_age: '101' }))).not.toBe('login')
  expect(await pageName(await browser.authorize({ scope: 'openid', max_age: '99' }))).toBe('login')
})

test('[OID-07] MUST say in the ID token when she really signed in', async () => {
  const as = await createOpenIdProvider()
  const browser = testBrowser(as)
  await logIn(as, {}, browser)
  as.clock.advance(100)
  const kept = await logIn(as, { max_age: '200' }, browser)
  expect((await verifiedIdToken(as, kept.id_token)).claims.auth_time).toBe(TEST_TIME / 1000)
  const renewed = await logIn(as, { max_age: '50' }, browser)
  expect((await verifiedIdToken(as, renewed.id_token)).claims.auth_time).toBe(TEST_TIME / 1000 + 100)
})

test('[OID-07] MUST treat max_age=0 like prompt=login', async () => {
  const as = await createOpenIdProvider()
  const browser = testBrowser(as)
  await logIn(as, {}, browser)
  expect(await pageName(await browser.authorize({ scope: 'openid', max_age: '0' }))).toBe('login')
})

test('[OID-07] MUST answer prompt=none with login_required when the sign-in is too old', async () => {
  const as = await createOpenIdProvider()
  const browser = testBrowser(as)
  await logIn(as, {}, browser)
  as.clock.advance(100)
  const silent = { scope: 'openid', prompt: 'none' }
  expect(answerOf(await browser.authorize({ ...silent, max_age: '99' })).get('error')).toBe('login_required')
  expect(as.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('silent-sign-in-recent')
  expect(answerOf(await browser.authorize({ ...silent, max_age: '101' })).get('code')).toBeTruthy()
})

test.each(['soon', '-1', '1.5'])('max_age=%s is invalid_request', async (max_age) => {
  const browser = testBrowser(await createOpenIdProvider())
  expect(answerOf(await browser.authorize({ scope: 'openid', max_age })).get('error')).toBe('invalid_request')
})
