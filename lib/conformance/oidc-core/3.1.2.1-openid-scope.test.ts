import { expect, test } from 'vitest'
import { GOOD_REQUEST, locationOf, testBrowser } from '@/lib/testing/front-channel'
import { createOpenIdProvider, logIn, redeem } from '@/lib/testing/openid'

test('[OID-01] MUST issue an ID token when the scope contains openid', async () => {
  const as = await createOpenIdProvider()
  expect(await logIn(as, { scope: 'openid photos.read' })).toMatchObject({
    id_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    scope: 'openid photos.read',
  })
})

test('[OID-01] MUST NOT issue an ID token when it does not', async () => {
  const as = await createOpenIdProvider()
  expect(await logIn(as, { scope: 'photos.read profile' })).not.toHaveProperty('id_token')
})

test('[OID-01] MUST NOT issue one when the user left openid out', async () => {
  const as = await createOpenIdProvider()
  const browser = testBrowser(as)
  const page = await browser.login(await browser.authorize({ scope: 'openid photos.read' }))
  const answer = await browser.decide(await browser.get(locationOf(page)), 'approve', ['photos.read'])
  const response = await redeem(as, new URL(locationOf(answer)).searchParams.get('code') ?? '')
  expect(await response.json()).not.toHaveProperty('id_token')
})

test('[OID-02] MUST take the authentication request by GET and by POST', async () => {
  const as = await createOpenIdProvider()
  const browser = testBrowser(as)
  const request = { ...GOOD_REQUEST, scope: 'openid', nonce: 'n-0S6' }
  const bodies = await Promise.all([
    browser.authorize({ scope: 'openid', nonce: 'n-0S6' }).then((page) => page.text()),
    browser.post('/authorize', Object.entries(request)).then((page) => page.text()),
  ])
  for (const body of bodies) expect(body).toContain('<body data-page="login">')
  expect((await as.store.find('transactions', { nonce: 'n-0S6' })).map(({ scope }) => scope)).toEqual([
    'openid',
    'openid',
  ])
})
