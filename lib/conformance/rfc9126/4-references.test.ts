import { expect, test } from 'vitest'
import {
  basic,
  CALLBACK,
  createTestAuthorizationServer,
  type TestAuthorizationServer,
} from '@/lib/testing/authorization-server'
import { answerOf, authorizePath, GOOD_REQUEST, pageName, testBrowser } from '@/lib/testing/front-channel'

async function pushed(as: TestAuthorizationServer, changes: Record<string, string> = {}): Promise<string> {
  const response = await as.form('/par', { ...GOOD_REQUEST, ...changes }, basic('web'))
  return ((await response.json()) as { request_uri: string }).request_uri
}

const path = (parameters: Record<string, string>) => `/authorize?${new URLSearchParams(parameters)}`

async function isRefused(response: Response): Promise<boolean> {
  return response.status === 400 && response.headers.get('location') === null && (await pageName(response)) === 'error'
}

test('[PA-06] MUST take a reference from the client only that pushed it', async () => {
  const as = await createTestAuthorizationServer()
  const request_uri = await pushed(as)
  expect(await isRefused(await as.request(path({ client_id: 'other', request_uri })))).toBe(true)
  expect(await pageName(await as.request(path({ client_id: 'web', request_uri })))).toBe('login')
})

test('[PA-07] SHOULD take a reference once, and MUST NOT after it expired', async () => {
  const as = await createTestAuthorizationServer()
  const used = await pushed(as)
  expect(await pageName(await as.request(path({ client_id: 'web', request_uri: used })))).toBe('login')
  expect(await isRefused(await as.request(path({ client_id: 'web', request_uri: used })))).toBe(true)
  const late = await pushed(as)
  as.clock.advance(60)
  expect(await isRefused(await as.request(path({ client_id: 'web', request_uri: late })))).toBe(true)
  const unknown = 'urn:ietf:params:oauth:request_uri:nobody-pushed-this'
  expect(await isRefused(await as.request(path({ client_id: 'web', request_uri: unknown })))).toBe(true)
  expect(as.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('request-uri-known')
})

test('a careless server takes a reference as often as it comes, as long as it is good', async () => {
  const as = await createTestAuthorizationServer({ policy: { pushedRequestOnce: false } })
  const request_uri = await pushed(as)
  for (const _ of [1, 2])
    expect(await pageName(await as.request(path({ client_id: 'web', request_uri })))).toBe('login')
  as.clock.advance(60)
  expect(await isRefused(await as.request(path({ client_id: 'web', request_uri })))).toBe(true)
})

test('[PA-07] SHOULD give a reference to one of many that race with it', async () => {
  const as = await createTestAuthorizationServer()
  const request_uri = await pushed(as)
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => as.request(path({ client_id: 'web', request_uri }))),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('[PA-08] MUST have client_id beside the reference, and read nothing else there', async () => {
  const as = await createTestAuthorizationServer()
  expect(await isRefused(await as.request(path({ request_uri: await pushed(as) })))).toBe(true)

  const beside = { scope: 'photos.write', state: 'mallory', redirect_uri: 'https://evil.test/cb', nonce: 'x' }
  const browser = testBrowser(as)
  const page = await browser.get(path({ client_id: 'web', request_uri: await pushed(as), ...beside }))
  const consent = await browser.get((await browser.login(page)).headers.get('location') ?? '')
  const answer = await browser.decide(consent, 'approve')
  expect(answer.headers.get('location')?.startsWith(`${CALLBACK}?`)).toBe(true)
  expect(answerOf(answer).get('state')).toBe('xyz')
  expect((await as.store.find('grants', {}))[0]?.scope).toBe('photos.read')
})

test('[PA-09] MUST refuse requests that were not pushed, where that is required', async () => {
  const strict = await createTestAuthorizationServer({ policy: { pushedRequests: 'required' } })
  expect(answerOf(await strict.request(authorizePath())).get('error')).toBe('invalid_request')

  const clients = [
    {
      client_id: 'web',
      grant_types: ['authorization_code'],
      redirect_uris: [CALLBACK],
      require_pushed_authorization_requests: true,
    },
  ]
  const as = await createTestAuthorizationServer({ clients })
  expect(answerOf(await as.request(authorizePath())).get('error')).toBe('invalid_request')
  expect(await pageName(await as.request(path({ client_id: 'web', request_uri: await pushed(as) })))).toBe('login')
})
