import { expect, test } from 'vitest'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { answerOf, locationOf, pageName, testBrowser } from '@/lib/testing/front-channel'

const SPA = { client_id: 'spa', redirect_uri: `${TEST_ORIGINS.client}/spa/callback` }

test('[OID-05] MUST answer prompt=none with login_required while nobody is signed in', async () => {
  const server = await createTestAuthorizationServer()
  const response = await testBrowser(server).authorize({ prompt: 'none' })
  expect(answerOf(response).get('error')).toBe('login_required')
  expect(server.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('silent-sign-in')
})

test('[OID-05] MUST answer prompt=none with consent_required while she has not agreed', async () => {
  const browser = testBrowser(await createTestAuthorizationServer())
  await browser.login(await browser.authorize())
  expect(answerOf(await browser.authorize({ prompt: 'none' })).get('error')).toBe('consent_required')
})

test('[OID-05] MUST answer prompt=none with interaction_required for a public client', async () => {
  const browser = testBrowser(await createTestAuthorizationServer())
  await browser.grant(SPA)
  expect(answerOf(await browser.authorize({ ...SPA, prompt: 'none' })).get('error')).toBe('interaction_required')
})

test('prompt=none answers with a code when nothing has to be asked', async () => {
  const browser = testBrowser(await createTestAuthorizationServer())
  await browser.grant()
  expect(answerOf(await browser.authorize({ prompt: 'none' })).get('code')).toBeTruthy()
})

test('[OID-06] MUST refuse prompt=none together with another value', async () => {
  const browser = testBrowser(await createTestAuthorizationServer())
  expect(answerOf(await browser.authorize({ prompt: 'none login' })).get('error')).toBe('invalid_request')
})

test('[OID-06] MUST authenticate again for prompt=login, and date the login anew', async () => {
  const server = await createTestAuthorizationServer()
  const browser = testBrowser(server)
  await browser.grant()
  server.clock.advance(100)
  const page = await browser.authorize({ prompt: 'login', state: 'again' })
  expect(await pageName(page)).toBe('login')
  const answered = await browser.get(locationOf(await browser.login(page)))
  expect(answerOf(answered).get('state')).toBe('again')
  const times = (await server.store.find('authorization_codes', {})).map(({ auth_time }) => auth_time)
  expect(Math.max(...times) - Math.min(...times)).toBe(100_000)
})

test('MUST NOT let prompt=login be skipped by opening the consent page at once', async () => {
  const browser = testBrowser(await createTestAuthorizationServer())
  await browser.grant()
  const page = await browser.authorize({ prompt: 'login' })
  const transaction = /name="transaction" value="([^"]*)"/.exec(await page.text())?.[1]
  expect(await pageName(await browser.get(`/consent?transaction=${transaction}`))).toBe('login')
})

test('MUST ask again for prompt=consent', async () => {
  const browser = testBrowser(await createTestAuthorizationServer())
  await browser.grant()
  expect(await pageName(await browser.authorize({ prompt: 'consent' }))).toBe('consent')
})
