import { expect, test } from 'vitest'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { answerOf, authorizePath, locationOf, pageName, testBrowser } from '@/lib/testing/front-channel'

const PRINTABLE = /^[\x20-\x21\x23-\x5B\x5D-\x7E]*$/

test.each(['a"b', 'a\\b', 'a\r\nLocation: http://evil.test', 'é𝄞', '"><script>'])(
  '[GEN-12] MUST keep error texts to printable ASCII when scope is %j',
  async (scope) => {
    const response = await (await createTestAuthorizationServer()).request(authorizePath({ scope }))
    const answer = answerOf(response)
    expect(answer.get('error')).toMatch(PRINTABLE)
    expect(answer.get('error_description')).toMatch(PRINTABLE)
    expect(locationOf(response)).toMatch(/^[\x21-\x7E]+$/)
  },
)

test('[AUT-18] MUST answer a denial with access_denied, state and iss', async () => {
  const server = await createTestAuthorizationServer()
  const browser = testBrowser(server)
  await browser.login(await browser.authorize())
  const answer = answerOf(await browser.decide(await browser.authorize(), 'deny'))
  expect(Object.fromEntries(answer)).toMatchObject({
    error: 'access_denied',
    state: 'xyz',
    iss: TEST_ORIGINS.issuer,
  })
  expect(await server.store.find('authorization_codes', {})).toEqual([])
  expect(await server.store.find('consents', {})).toEqual([])
})

test('[AUT-18] MUST take an approval that leaves nothing ticked for a denial', async () => {
  const browser = testBrowser(await createTestAuthorizationServer())
  await browser.login(await browser.authorize())
  const answer = answerOf(await browser.decide(await browser.authorize(), 'approve', []))
  expect(answer.get('error')).toBe('access_denied')
})

test('[GEN-18] SHOULD tell the client of a failure by redirect, without saying what broke', async () => {
  const server = await createTestAuthorizationServer()
  server.env.store.insert = async () => {
    throw new Error('disk full at /var/lib/secret')
  }
  const response = await server.request(authorizePath())
  expect(answerOf(response).get('error')).toBe('server_error')
  expect(answerOf(response).get('state')).toBe('xyz')
  expect(locationOf(response)).not.toContain('secret')
  expect(server.reports.some((one) => one.type === 'bug')).toBe(true)
})

test('[GEN-18] SHOULD tell the client of a failure after the decision too', async () => {
  const server = await createTestAuthorizationServer()
  const browser = testBrowser(server)
  await browser.login(await browser.authorize())
  const page = await browser.authorize()
  server.env.store.insert = async () => {
    throw new Error('disk full')
  }
  expect(answerOf(await browser.decide(page, 'approve')).get('error')).toBe('server_error')
})

test('[GEN-18] SHOULD show a page without a stack when the failure comes before anything may redirect', async () => {
  const server = await createTestAuthorizationServer()
  server.env.store.get = async () => {
    throw new Error('disk full at /var/lib/secret')
  }
  const response = await server.request(authorizePath())
  expect(response.status).toBe(500)
  expect(await pageName(response)).toBe('error')
  expect(await response.text()).not.toMatch(/secret|\.ts:/)
})
