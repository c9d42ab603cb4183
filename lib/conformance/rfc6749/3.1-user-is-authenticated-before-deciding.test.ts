import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { answerOf, locationOf, pageName, testBrowser } from '@/lib/testing/front-channel'

test('[AUT-17] MUST show a login page, and make no code, while nobody is signed in', async () => {
  const server = await createTestAuthorizationServer()
  const response = await testBrowser(server).authorize()
  expect(await pageName(response)).toBe('login')
  expect(await server.store.find('authorization_codes', {})).toEqual([])
})

test.each([
  ['a wrong password', 'alice', 'looking-glass'],
  ['an unknown user', 'humpty', 'wonderland'],
  ['the password of somebody else', 'alice', 'malice'],
])('[AUT-17] MUST NOT sign in with %s, and shows the form again', async (_, username, password) => {
  const server = await createTestAuthorizationServer()
  const browser = testBrowser(server)
  const refused = await browser.login(await browser.authorize(), username, password)
  expect(refused.status).toBe(400)
  expect(await pageName(refused)).toBe('login')
  expect(browser.cookies.has('as_session')).toBe(false)
  expect(await refused.clone().text()).toContain('do not match')
  expect((await browser.login(refused)).status).toBe(303)
})

test('[AUT-17] MUST NOT sign in a disabled user', async () => {
  const server = await createTestAuthorizationServer()
  const browser = testBrowser(server)
  await browser.grant()
  await server.store.update('users', 'alice', { disabled_at: server.env.now() })
  const again = await browser.authorize({ prompt: null })
  expect(await pageName(again)).toBe('login')
  expect((await browser.login(again)).status).toBe(400)
})

test('[AUT-17] MUST ask again once the session has expired', async () => {
  const server = await createTestAuthorizationServer()
  const browser = testBrowser(server)
  await browser.grant()
  expect((await browser.authorize()).status).toBe(303)
  server.clock.advance(9 * 60 * 60)
  expect(await pageName(await browser.authorize())).toBe('login')
})

test('[AUT-20] MUST NOT answer a request that waited longer than ten minutes', async () => {
  const server = await createTestAuthorizationServer()
  const browser = testBrowser(server)
  const loginPage = await browser.authorize()
  server.clock.advance(601)
  const late = await browser.login(loginPage)
  expect(late.status).toBe(403)
  expect(await pageName(late)).toBe('error')
})

test('[AUT-17] a live session needs no form: the answer is a code at once', async () => {
  const browser = testBrowser(await createTestAuthorizationServer())
  await browser.grant()
  const response = await browser.authorize({ state: 'second' })
  expect(response.status).toBe(303)
  expect(answerOf(response).get('code')).toBeTruthy()
  expect(answerOf(response).get('state')).toBe('second')
})

test('[AUT-20] MUST begin a session under a new secret, whatever cookie the browser brought', async () => {
  const browser = testBrowser(await createTestAuthorizationServer())
  browser.cookies.set('as_session', 'planted')
  const response = await browser.login(await browser.authorize())
  expect(browser.cookies.get('as_session')).toMatch(/^[\w-]{43}$/)
  expect(locationOf(response)).toContain('/consent')
})
