import { beforeEach, expect, test } from 'vitest'
import { createTestAuthorizationServer, type TestAuthorizationServer } from '@/lib/testing/authorization-server'
import { answerOf, locationOf, pageName, type TestBrowser, testBrowser } from '@/lib/testing/front-channel'

let server: TestAuthorizationServer
let alice: TestBrowser
let mallory: TestBrowser

beforeEach(async () => {
  server = await createTestAuthorizationServer()
  alice = testBrowser(server)
  mallory = testBrowser(server)
})

async function refusedPage(response: Response) {
  expect(response.status).toBe(403)
  expect(await pageName(response)).toBe('error')
  expect(response.headers.get('location')).toBeNull()
}

test('[AUT-20] MUST refuse a decision without a transaction', async () => {
  await alice.login(await alice.authorize())
  await refusedPage(await alice.post('/consent', [['decision', 'approve']]))
})

test('[AUT-20] MUST refuse a decision whose transaction was made up', async () => {
  await alice.login(await alice.authorize())
  await refusedPage(
    await alice.post('/consent', [
      ['transaction', 'made-up'],
      ['scope', 'photos.read'],
      ['decision', 'approve'],
    ]),
  )
})

test("[AUT-20] MUST refuse a decision on another browser's transaction", async () => {
  await mallory.login(await mallory.authorize(), 'mallory', 'malice')
  await alice.login(await alice.authorize())
  await refusedPage(await alice.decide(await mallory.authorize(), 'approve'))
})

test("[AUT-20] MUST refuse a login on another browser's transaction, so nobody is signed in as somebody else", async () => {
  await alice.authorize()
  await refusedPage(await alice.login(await mallory.authorize(), 'mallory', 'malice'))
  expect(alice.cookies.has('as_session')).toBe(false)
})

test('[AUT-20] MUST refuse a decision from a browser that brings no cookie', async () => {
  await alice.login(await alice.authorize())
  await refusedPage(await testBrowser(server).decide(await alice.authorize(), 'approve'))
})

test('[AUT-20] MUST refuse a consent page of another browser', async () => {
  const consent = locationOf(await alice.login(await alice.authorize()))
  await refusedPage(await mallory.get(consent))
})

test('[AUT-20] MUST refuse a decision sent again', async () => {
  await alice.login(await alice.authorize())
  const page = await alice.authorize()
  expect(answerOf(await alice.decide(page, 'approve')).get('code')).toBeTruthy()
  await refusedPage(await alice.decide(page, 'approve'))
  expect(await server.store.find('authorization_codes', {})).toHaveLength(1)
})

test('[AUT-20] MUST NOT ask again about a request that was answered', async () => {
  const consent = locationOf(await alice.login(await alice.authorize()))
  await alice.decide(await alice.get(consent), 'deny')
  await refusedPage(await alice.get(consent))
  expect(server.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('transaction-open')
})

test('[AUT-20] MUST count one of two decisions that race', async () => {
  await alice.login(await alice.authorize())
  const page = await alice.authorize()
  const answers = await Promise.all([alice.decide(page, 'approve'), alice.decide(page, 'approve')])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 403])
})

test('[AUT-20] MUST NOT let a decision count before anybody signed in', async () => {
  const page = await alice.authorize()
  await refusedPage(await alice.decide(page, 'approve', ['photos.read']))
})

test('[AUT-20] MUST NOT let another user of the same browser decide', async () => {
  await alice.login(await alice.authorize())
  const page = await alice.authorize()
  await alice.login(await alice.authorize({ prompt: 'login' }), 'mallory', 'malice')
  await refusedPage(await alice.decide(page, 'approve'))
})

test('[AUT-20] MUST keep its cookies from scripts, from other sites, and below its own path', async () => {
  const page = await alice.authorize()
  const signedIn = await alice.login(page)
  for (const line of [...page.headers.getSetCookie(), ...signedIn.headers.getSetCookie()]) {
    expect(line).toMatch(/^as_(browser|session)=[\w-]{43}; Path=\/test; HttpOnly; Secure; SameSite=Lax$/)
  }
  expect(signedIn.headers.getSetCookie()).toHaveLength(1)
})

test('[AUT-20] MUST keep only hashes of its cookies and transactions', async () => {
  const consent = locationOf(await alice.login(await alice.authorize()))
  const dump = JSON.stringify(await server.store.dump())
  for (const secret of [...alice.cookies.values(), consent.split('=')[1] ?? '']) expect(dump).not.toContain(secret)
})

test('[AUT-20] MUST sign out by the form of this session only', async () => {
  await alice.login(await alice.authorize())
  await refusedPage(await alice.post('/logout', [['token', 'made-up']]))
  await refusedPage(await alice.post('/logout', []))
  const page = await alice.get('/logout')
  expect(await pageName(page)).toBe('logout')
  expect(alice.cookies.has('as_session')).toBe(true)
  const token = /name="token" value="([^"]*)"/.exec(await page.text())?.[1] ?? ''
  expect((await alice.post('/logout', [['token', token]])).status).toBe(200)
  expect(alice.cookies.has('as_session')).toBe(false)
  expect(await server.store.find('sessions', {})).toEqual([])
  expect(await pageName(await alice.authorize())).toBe('login')
})
