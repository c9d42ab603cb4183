import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { authorizePath, locationOf, testBrowser } from '@/lib/testing/front-channel'

test('[GEN-13] MUST forbid caches to keep pages, codes and errors', async () => {
  const server = await createTestAuthorizationServer()
  const browser = testBrowser(server)
  const loginPage = await browser.authorize()
  const signedIn = await browser.login(loginPage)
  const consentPage = await browser.get(locationOf(signedIn))
  const code = await browser.decide(consentPage, 'approve')
  const error = await server.request(authorizePath({ response_type: null }))
  const errorPage = await server.request(authorizePath({ client_id: null }))
  for (const response of [loginPage, signedIn, consentPage, code, error, errorPage]) {
    expect(response.headers.get('cache-control')).toBe('no-store')
  }
  for (const response of [signedIn, code, error]) expect(response.headers.get('pragma')).toBe('no-cache')
})
