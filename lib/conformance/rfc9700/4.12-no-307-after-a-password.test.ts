import { expect, test } from 'vitest'
import { CALLBACK, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { locationOf, pageName, testBrowser } from '@/lib/testing/front-channel'

test('[AUT-21] MUST NOT answer a password with 307: 303 makes the browser forget it', async () => {
  const browser = testBrowser(await createTestAuthorizationServer())
  const signedIn = await browser.login(await browser.authorize())
  expect(signedIn.status).toBe(303)
  expect((await browser.decide(await browser.get(locationOf(signedIn)), 'approve')).status).toBe(303)
})

test('the learner sees 307 carry the password on, to the client in the end', async () => {
  const browser = testBrowser(await createTestAuthorizationServer({ policy: { redirectStatus: 307 } }))
  await browser.grant()
  const page = await browser.authorize({ prompt: 'login' })
  const transaction = /name="transaction" value="([^"]*)"/.exec(await page.clone().text())?.[1] ?? ''
  const typed: [string, string][] = [
    ['transaction', transaction],
    ['username', 'alice'],
    ['password', 'wonderland'],
  ]
  const first = await browser.post('/login', typed)
  expect(first.status).toBe(307)
  const second = await browser.post(locationOf(first).slice(locationOf(first).indexOf('/consent')), typed)
  expect(second.status).toBe(307)
  expect(locationOf(second).startsWith(`${CALLBACK}?code=`)).toBe(true)
})

test('a login form sent on to the consent page is asked there, not taken for a decision', async () => {
  const browser = testBrowser(await createTestAuthorizationServer({ policy: { redirectStatus: 307 } }))
  const location = locationOf(await browser.login(await browser.authorize()))
  const asked = await browser.post(location.slice(location.indexOf('/consent')), [['password', 'wonderland']])
  expect(await pageName(asked)).toBe('consent')
})
