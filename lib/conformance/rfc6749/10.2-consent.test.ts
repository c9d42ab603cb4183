import { expect, test } from 'vitest'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { pageName, testBrowser } from '@/lib/testing/front-channel'

const SPA = { client_id: 'spa', redirect_uri: `${TEST_ORIGINS.client}/spa/callback` }
const NATIVE = { client_id: 'native', redirect_uri: 'http://127.0.0.1:51004/cb' }

test('[AUT-18] SHOULD show which app asks, for what, who decides, and where the answer goes', async () => {
  const browser = testBrowser(await createTestAuthorizationServer())
  await browser.login(await browser.authorize())
  const text = await (await browser.authorize({ scope: 'photos.read photos.write' })).text()
  for (const shown of ['Web', 'Alice Liddell', 'See your photos', 'photos.write', 'localhost:3003']) {
    expect(text).toContain(shown)
  }
  expect(text).not.toContain('Nobody vouches')
})

test('[DR-10] SHOULD warn of an app that registered itself', async () => {
  const server = await createTestAuthorizationServer({
    clients: [{ ...SPA, redirect_uris: [SPA.redirect_uri], client_name: 'Photo Drive Official', trusted: false }],
  })
  const client = (await server.store.find('clients', { client_name: 'Photo Drive Official' }))[0]?.key ?? ''
  const browser = testBrowser(server)
  await browser.login(await browser.authorize())
  const page = await browser.authorize({ client_id: client, redirect_uri: SPA.redirect_uri })
  expect(await page.text()).toContain('Nobody vouches')
})

test('MAY remember the consent given to a client that can prove who it is', async () => {
  const browser = testBrowser(await createTestAuthorizationServer())
  await browser.grant({ scope: 'photos.read photos.write' })
  expect((await browser.authorize()).status).toBe(303)
})

test('[AUT-17] MUST ask again for a scope she never agreed to', async () => {
  const browser = testBrowser(await createTestAuthorizationServer())
  await browser.grant()
  expect(await pageName(await browser.authorize({ scope: 'photos.read photos.write' }))).toBe('consent')
})

test('[AUT-17] MUST ask each user for herself', async () => {
  const server = await createTestAuthorizationServer()
  await testBrowser(server).grant()
  const browser = testBrowser(server)
  await browser.login(await browser.authorize(), 'mallory', 'malice')
  expect(await pageName(await browser.authorize())).toBe('consent')
})

test.each([
  ['browser app', SPA],
  ['native app on a loopback port', NATIVE],
])('[AUT-19] SHOULD NOT approve a %s silently, whatever was agreed before', async (_, client) => {
  const browser = testBrowser(await createTestAuthorizationServer())
  await browser.grant(client)
  expect(await pageName(await browser.authorize(client))).toBe('consent')
})

test('the learner sees a public client approved silently where the policy is careless', async () => {
  const browser = testBrowser(await createTestAuthorizationServer({ policy: { consent: 'once-for-anybody' } }))
  await browser.grant(SPA)
  expect((await browser.authorize(SPA)).status).toBe(303)
})

test('the learner is always asked where the policy says so', async () => {
  const server = await createTestAuthorizationServer({ policy: { consent: 'always' } })
  const browser = testBrowser(server)
  await browser.grant()
  expect(await pageName(await browser.authorize())).toBe('consent')
  expect(await server.store.find('consents', {})).toEqual([])
})
