import { expect, test } from 'vitest'
import { serverMetadata } from '@/lib/authorization-server/endpoints/metadata'
import { CALLBACK, TEST_ORIGINS, type TestAuthorizationServer } from '@/lib/testing/authorization-server'
import { outcome, register } from '@/lib/testing/back-channel'
import { locationOf, pageName, testBrowser } from '@/lib/testing/front-channel'
import { createOpenIdProvider, logIn } from '@/lib/testing/openid'

const BACK = `${TEST_ORIGINS.client}/signed-out?from=drive`
const query = (parameters: Record<string, string>) => `/logout?${new URLSearchParams(parameters)}`

async function signedInBrowser(as: TestAuthorizationServer) {
  const browser = testBrowser(as)
  const { id_token = '', access_token } = await logIn(as, { client_id: 'es256' }, browser)
  return { browser, id_token, access_token }
}

/** Every form field of the page, as its button would send them. */
async function pressed(page: Response): Promise<[string, string][]> {
  const fields = (await page.text()).matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)
  return Array.from(fields, ([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')])
}

test('[OID-19] MUST ask the user, and go where the client registered only then, with its state', async () => {
  const as = await createOpenIdProvider()
  const { browser, id_token } = await signedInBrowser(as)
  const wanted = { id_token_hint: id_token, post_logout_redirect_uri: BACK, state: 'a&b' }
  const page = await browser.get(query(wanted))
  expect(await pageName(page)).toBe('logout')
  const response = await browser.post('/logout', await pressed(page))
  expect(response.status).toBe(303)
  expect(locationOf(response)).toBe(`${BACK}&state=a%26b`)
  expect(await pageName(await browser.authorize({ client_id: 'es256', scope: 'openid' }))).toBe('login')
})

test('[OID-19] MUST ask without id_token_hint, too, and sign nobody out by a link', async () => {
  const as = await createOpenIdProvider()
  const { browser } = await signedInBrowser(as)
  const page = await browser.get(query({ client_id: 'es256', post_logout_redirect_uri: BACK }))
  expect(await pageName(page)).toBe('logout')
  expect(await pageName(await browser.authorize({ client_id: 'es256', scope: 'openid', prompt: 'consent' }))).toBe(
    'consent',
  )
})

test('[OID-19] MUST take the request by POST as well', async () => {
  const as = await createOpenIdProvider()
  const { browser, id_token } = await signedInBrowser(as)
  const page = await browser.post('/logout', [
    ['id_token_hint', id_token],
    ['post_logout_redirect_uri', BACK],
  ])
  expect(await pageName(page)).toBe('logout')
  expect(page.status).toBe(200)
})

test.each([
  ['another query', { client_id: 'es256', post_logout_redirect_uri: `${BACK}&x=1` }],
  ['a redirect URI', { client_id: 'es256', post_logout_redirect_uri: CALLBACK }],
  ['a stranger', { client_id: 'es256', post_logout_redirect_uri: 'https://evil.test/' }],
  ['no client', { post_logout_redirect_uri: BACK }],
])('[OID-19] MUST NOT redirect to what the client did not register: %s', async (_what, wanted) => {
  const as = await createOpenIdProvider({ checksOff: ['logout-redirect-registered'] })
  const { browser } = await signedInBrowser(as)
  const page = await browser.get(query(wanted))
  expect(page.status).toBe(400)
  expect(await pageName(page)).toBe('error')
})

test('[OID-19] MUST refuse a hint that is forged, is an access token, or was issued to another client', async () => {
  const as = await createOpenIdProvider()
  const { browser, id_token, access_token } = await signedInBrowser(as)
  const [header = '', payload = ''] = id_token.split('.')
  for (const hint of [`${header}.${payload}.${'A'.repeat(86)}`, access_token, 'x']) {
    expect((await browser.get(query({ id_token_hint: hint }))).status).toBe(400)
  }
  expect((await browser.get(query({ id_token_hint: id_token, client_id: 'web' }))).status).toBe(400)
})

test('an expired hint is good enough: it only names the client', async () => {
  const as = await createOpenIdProvider()
  const { browser, id_token } = await signedInBrowser(as)
  as.clock.advance(86_400)
  const response = await browser.get(query({ id_token_hint: id_token, post_logout_redirect_uri: BACK }))
  expect(locationOf(response), 'nobody is signed in any more').toBe(BACK)
})

test('a form that names another destination than the page was shown for is judged again', async () => {
  const as = await createOpenIdProvider()
  const { browser } = await signedInBrowser(as)
  const page = await browser.get(query({ client_id: 'es256', post_logout_redirect_uri: BACK }))
  const fields = (await pressed(page)).map(([name, value]): [string, string] => [
    name,
    name === 'post_logout_redirect_uri' ? 'https://evil.test/' : value,
  ])
  expect((await browser.post('/logout', fields)).status).toBe(400)
})

test('[OID-19] MUST advertise the endpoint, and register only addresses inside the lab', async () => {
  const as = await createOpenIdProvider({ policy: { openRegistration: true } })
  expect(serverMetadata(as.env).end_session_endpoint).toBe(`${TEST_ORIGINS.issuer}/logout`)
  const metadata = { redirect_uris: [CALLBACK], post_logout_redirect_uris: ['https://evil.test/'] }
  expect(await outcome(await register(as, metadata))).toBe('400 invalid_client_metadata')
})
