import { expect, test } from 'vitest'
import { CALLBACK, createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { locationOf, pageName, testBrowser } from '@/lib/testing/front-channel'

test('[AUT-17] MUST authenticate the user, obtain her decision, and redirect her with a code', async () => {
  const browser = testBrowser(await createTestAuthorizationServer())

  const loginPage = await browser.authorize()
  expect(loginPage.status).toBe(200)
  expect(await pageName(loginPage)).toBe('login')

  const signedIn = await browser.login(loginPage)
  expect(signedIn.status).toBe(303)
  expect(locationOf(signedIn)).toMatch(`${TEST_ORIGINS.issuer}/consent?transaction=`)

  const consentPage = await browser.get(locationOf(signedIn))
  expect(consentPage.status).toBe(200)
  expect(await pageName(consentPage)).toBe('consent')

  const answered = await browser.decide(consentPage, 'approve')
  expect(answered.status).toBe(303)
  const location = new URL(locationOf(answered))
  expect(location.origin + location.pathname).toBe(CALLBACK)
  expect(location.searchParams.get('code')).toMatch(/^[\w-]{43}$/)
  expect(location.searchParams.get('state')).toBe('xyz')
  expect(location.searchParams.get('iss')).toBe(TEST_ORIGINS.issuer)
})
