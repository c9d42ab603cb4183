import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { answerOf, authorizePath, pageName, testBrowser } from '@/lib/testing/front-channel'

const server = await createTestAuthorizationServer()

test.each(['a"b', 'a\\b', 'photos.read\u0007', 'photos.read  photos.write', ' photos.read', 'phötos', 'a\r\nb'])(
  '[AUT-23] MUST refuse the malformed scope %j',
  async (scope) => {
    expect(answerOf(await server.request(authorizePath({ scope }))).get('error')).toBe('invalid_scope')
  },
)

test.each(['usage.read', 'photos.read usage.read', 'Photos.Read', 'nonsense'])(
  '[AUT-23] MUST refuse %s, which the client may not have',
  async (scope) => {
    const answer = answerOf(await server.request(authorizePath({ scope })))
    expect(answer.get('error')).toBe('invalid_scope')
    expect(answer.get('state')).toBe('xyz')
  },
)

test('[AUT-24] MUST take the documented default, photos.read, when scope is left out', async () => {
  const browser = testBrowser(await createTestAuthorizationServer())
  const page = await browser.authorize({ scope: null })
  expect(await pageName(page)).toBe('login')
  await browser.login(page)
  expect(await (await browser.authorize({ scope: null })).text()).toContain('value="photos.read" checked')
})

test('a scope means a set: the order and repetitions do not matter', async () => {
  const other = await createTestAuthorizationServer()
  await other.request(authorizePath({ scope: 'photos.write photos.read photos.write' }))
  const [stored] = await other.store.find('transactions', {})
  expect(stored?.scope).toBe('photos.write photos.read')
})

test('[AUT-18] MUST grant no more than the user left ticked', async () => {
  const own = await createTestAuthorizationServer()
  const browser = testBrowser(own)
  await browser.login(await browser.authorize())
  const page = await browser.authorize({ scope: 'photos.read photos.write' })
  await browser.decide(page, 'approve', ['photos.read', 'usage.read'])
  const [row] = await own.store.find('authorization_codes', {})
  expect(row?.scope).toBe('photos.read')
  const [grant] = await own.store.find('grants', {})
  expect(grant?.scope).toBe('photos.read')
})
