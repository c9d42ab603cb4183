import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { confirmPage, decideDevice, deviceCodes, fieldOf, pollOutcome, typeCode } from '@/lib/testing/device'
import { locationOf, pageName, testBrowser } from '@/lib/testing/front-channel'

test('[DV-11] SHOULD say that a device is connected, which app asks, and show the code once more', async () => {
  const as = await createTestAuthorizationServer()
  const { user_code } = await deviceCodes(as)
  const page = await confirmPage(testBrowser(as), user_code)
  expect(await pageName(page)).toBe('confirm-device')
  const text = await page.text()
  expect(text).toContain(user_code)
  expect(text).toContain('Television')
  expect(text).toMatch(/connect a device/)
  expect(text).toMatch(/value="deny"[\s\S]*value="approve"/)
})

test('[DV-11] SHOULD ask for the code even when the link brought it along', async () => {
  const as = await createTestAuthorizationServer()
  const { user_code, device_code, verification_uri_complete } = await deviceCodes(as)
  const page = await testBrowser(as).get(verification_uri_complete)
  expect(await pageName(page)).toBe('user-code')
  expect(await fieldOf(page, 'user_code')).toBe(user_code)
  expect(await pollOutcome(as, device_code)).toBe('400 authorization_pending')
  expect((await as.store.dump()).transactions).toEqual([])
})

test('a careless server lets a link do the typing: what consent phishers wish for', async () => {
  const as = await createTestAuthorizationServer({ policy: { confirmUserCode: false } })
  const { user_code, verification_uri_complete } = await deviceCodes(as)
  const victim = testBrowser(as)
  const login = await victim.get(verification_uri_complete)
  const page = await victim.get(locationOf(await victim.login(login)))
  expect(await pageName(page)).toBe('confirm-device')
  expect(await page.text()).not.toContain(user_code)
})

test('a login form sent on by 307 is no answer: the question is asked, and nobody is refused', async () => {
  const as = await createTestAuthorizationServer({ policy: { redirectStatus: 307 } })
  const { user_code, device_code } = await deviceCodes(as)
  const browser = testBrowser(as)
  const signedIn = await browser.login(await typeCode(browser, user_code))
  expect(signedIn.status).toBe(307)
  const next = locationOf(signedIn)
  const page = await browser.post(next.slice(next.indexOf('/device')), [
    ['transaction', new URL(next).searchParams.get('transaction') ?? ''],
    ['username', 'alice'],
    ['password', 'wonderland'],
  ])
  expect(await pageName(page)).toBe('confirm-device')
  expect(await pollOutcome(as, device_code)).toBe('400 authorization_pending')
})

test.each(['wdjb mjht', 'WDJBMJHT', 'wdjb-mjht', ' W D J B.M J H T '])(
  '[DV-12] SHOULD understand a code however it is typed: %j',
  async (typed) => {
    const as = await createTestAuthorizationServer()
    // Bytes that spell WDJB-MJHT in the alphabet of twenty consonants.
    as.env.random = spelling(as.env.random, [17, 2, 6, 0, 9, 6, 5, 15])
    const { user_code } = await deviceCodes(as)
    expect(user_code).toBe('WDJB-MJHT')
    expect(await pageName(await typeCode(testBrowser(as), typed))).toBe('login')
  },
)

test('[DV-12] SHOULD make codes of twenty letters, each as likely as the others', async () => {
  const as = await createTestAuthorizationServer()
  const codes = await Promise.all(Array.from({ length: 60 }, () => deviceCodes(as)))
  const letters = new Set(codes.flatMap(({ user_code }) => [...user_code.replace('-', '')]))
  expect([...letters].toSorted().join('')).toBe('BCDFGHJKLMNPQRSTVWXZ')
  expect(new Set(codes.map(({ user_code }) => user_code)).size).toBe(60)
})

test('[DV-13] MUST keep its pages out of frames and out of caches', async () => {
  const as = await createTestAuthorizationServer()
  const { user_code } = await deviceCodes(as)
  const browser = testBrowser(as)
  const pages = [await browser.get('/device'), await confirmPage(browser, user_code)]
  for (const { headers } of [...pages, await decideDevice(as, user_code)]) {
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  }
})

test('[DV-13] MUST take a code only from the form it gave to this browser', async () => {
  const as = await createTestAuthorizationServer()
  const { user_code } = await deviceCodes(as)
  const [alice, mallory] = [testBrowser(as), testBrowser(as)]
  const token = await fieldOf(await mallory.get('/device'), 'token')
  await alice.get('/device')
  for (const browser of [alice, testBrowser(as)]) {
    const answer = await browser.post('/device', [
      ['token', token],
      ['user_code', user_code],
    ])
    expect(answer.status).toBe(403)
  }
  expect((await as.store.dump()).transactions).toEqual([])
})

test('[DV-13] MUST take a decision only from the user who was asked, in the browser where she was asked', async () => {
  const as = await createTestAuthorizationServer()
  const { user_code, device_code } = await deviceCodes(as)
  const [alice, mallory] = [testBrowser(as), testBrowser(as)]
  const transaction = await fieldOf(await confirmPage(alice, user_code), 'transaction')
  const decide = (browser: typeof alice) =>
    browser.post('/device', [
      ['transaction', transaction],
      ['scope', 'photos.read'],
      ['decision', 'approve'],
    ])
  await mallory.get('/device')
  expect((await decide(mallory)).status).toBe(403)
  const session = alice.cookies.get('as_session') ?? ''
  alice.cookies.delete('as_session')
  expect((await decide(alice)).status).toBe(403)
  expect((await as.request(`/consent?transaction=${transaction}`)).status, 'no way round by /consent').toBe(403)
  expect(await pollOutcome(as, device_code)).toBe('400 authorization_pending')
  alice.cookies.set('as_session', session)
  expect(await pageName(await decide(alice))).toBe('device-answered')
  expect((await decide(alice)).status, 'and only once').toBe(403)
})

test('[DV-13] MUST NOT take a decision for a device that has stopped waiting', async () => {
  const as = await createTestAuthorizationServer({ policy: { deviceCodeLifetimeSeconds: 60 } })
  const { user_code } = await deviceCodes(as)
  const browser = testBrowser(as)
  const transaction = await fieldOf(await confirmPage(browser, user_code), 'transaction')
  as.clock.advance(60)
  const answer = await browser.post('/device', [
    ['transaction', transaction],
    ['decision', 'approve'],
  ])
  expect(answer.status).toBe(403)
  expect((await as.store.dump()).grants).toEqual([])
})

/** Random bytes whose next eight-byte request answers `bytes`. */
function spelling(random: (length: number) => Uint8Array<ArrayBuffer>, bytes: number[]) {
  return (length: number) => (length === bytes.length ? Uint8Array.from(bytes) : random(length))
}
