import { expect, test } from 'vitest'
import { CALLBACK, createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { authorizePath, locationOf, pageName } from '@/lib/testing/front-channel'

const ORIGIN = new URL(CALLBACK).origin
const PATH = new URL(CALLBACK).pathname

/** Attack A-04 of the catalogue: addresses that some comparison somewhere took for the registered one. */
const CONFUSIONS = [
  CALLBACK.replace('localhost', 'LOCALHOST'),
  CALLBACK.replace('http:', 'HTTP:'),
  CALLBACK.replace('http:', 'https:'),
  CALLBACK.replace(':3003', ''),
  CALLBACK.replace(':3003', ':03003'),
  CALLBACK.replace('localhost', 'localhost.'),
  CALLBACK.replace('localhost', '127.0.0.1'),
  CALLBACK.replace('localhost', 'app.localhost'),
  CALLBACK.replace('localhost', 'localhost.evil.test'),
  CALLBACK.replace('localhost', 'user@localhost'),
  CALLBACK.replace('localhost', 'user:pass@localhost'),
  CALLBACK.replace('localhost', 'lоcalhost'),
  CALLBACK.replace('://', ':'),
  CALLBACK.replace('http://', '//'),
  CALLBACK.replace('http://', 'http:///'),
  CALLBACK.replace('callback', '%63allback'),
  CALLBACK.replace('callback', 'Callback'),
  CALLBACK.replace('callback', 'x/../callback'),
  CALLBACK.replace('callback', './callback'),
  CALLBACK.replace('/client/', '//client/'),
  CALLBACK.replace('/client/', '\\client\\'),
  `${CALLBACK}/`,
  `${CALLBACK}/extra`,
  `${CALLBACK}/../evil`,
  `${CALLBACK}/%2e%2e/evil`,
  `${CALLBACK}%2F..%2Fevil`,
  `${CALLBACK}/..;/evil`,
  `${CALLBACK};/../evil`,
  `${CALLBACK}?`,
  `${CALLBACK}?code=attacker`,
  `${CALLBACK}&code=attacker`,
  `${CALLBACK}#`,
  `${CALLBACK}#access_token=x`,
  `${CALLBACK}%23`,
  `${CALLBACK}%00`,
  `${CALLBACK}\u0000`,
  `${CALLBACK} `,
  ` ${CALLBACK}`,
  `${CALLBACK}\t`,
  `${CALLBACK}\r\nSet-Cookie: a=b`,
  `${ORIGIN}@evil.test${PATH}`,
  `${ORIGIN}.evil.test${PATH}`,
  `${ORIGIN}%2eevil.test${PATH}`,
  `${ORIGIN}\\@evil.test${PATH}`,
  'http://evil.test/',
  'http:evil.test',
  'javascript:alert(1)',
  `javascript:${CALLBACK}`,
  'data:text/html,hi',
  'file:///etc/passwd',
  `blob:${CALLBACK}`,
  'null',
]

test('the corpus is large, and none of it is the registered address', () => {
  expect(new Set(CONFUSIONS).size).toBeGreaterThan(45)
  expect(CONFUSIONS).not.toContain(CALLBACK)
})

test.each(CONFUSIONS)('[AUT-05] MUST refuse the redirect_uri %j', async (redirect_uri) => {
  const server = await createTestAuthorizationServer()
  const response = await server.request(authorizePath({ redirect_uri }))
  expect(response.status).toBe(400)
  expect(response.headers.get('location')).toBeNull()
  expect(server.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('redirect-uri-registered')
})

test('[AUT-05] MUST compare before parsing: the same characters are the same address', async () => {
  const server = await createTestAuthorizationServer()
  expect(await pageName(await server.request(authorizePath()))).toBe('login')
  const check = server.checks().find(({ id }) => id === 'redirect-uri-registered')
  expect(check?.saw).toBe(`“${CALLBACK}” = “${CALLBACK}”`)
})

test('the learner sees a prefix accepted where the policy compares prefixes', async () => {
  const server = await createTestAuthorizationServer({ policy: { redirectMatching: 'prefix' } })
  const redirect_uri = `${CALLBACK}/../elsewhere`
  const response = await server.request(authorizePath({ redirect_uri, response_type: null }))
  expect(locationOf(response).startsWith(redirect_uri)).toBe(true)
})

const ESCAPES = CONFUSIONS.filter((uri) => {
  if (!URL.canParse(uri)) return true
  const { origin } = new URL(uri)
  return ![ORIGIN, ...Object.values(TEST_ORIGINS).map((base) => new URL(base).origin)].includes(origin)
})

test.each(ESCAPES)('a lab never redirects outside, whatever is switched off: %j', async (redirect_uri) => {
  const server = await createTestAuthorizationServer({
    preset: 'permissive',
    checksOff: ['redirect-uri-registered', 'redirect-uri-in-lab'],
  })
  const response = await server.request(authorizePath({ redirect_uri, response_type: null }))
  const location = response.headers.get('location')
  if (location !== null) expect(new URL(location).hostname).toBe('localhost')
  else expect(response.status).toBe(400)
})
