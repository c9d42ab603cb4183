import { expect, test } from 'vitest'
import { CALLBACK, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { authorizePath, type Changes, pageName } from '@/lib/testing/front-channel'

const server = await createTestAuthorizationServer({
  clients: [
    {
      client_id: 'two',
      redirect_uris: [CALLBACK, `${CALLBACK}/second`],
      grant_types: ['authorization_code'],
      scope: 'photos.read',
    },
    { client_id: 'none', grant_types: ['client_credentials'], redirect_uris: [], scope: 'usage.read' },
  ],
})

test.each<[string, string, Changes]>([
  ['[AUT-02]', 'client_id is missing', { client_id: null }],
  ['[AUT-02]', 'client_id is unknown', { client_id: 'nobody' }],
  ['[AUT-02]', 'client_id looks like something in the store', { client_id: '__proto__' }],
  ['[AUT-03]', 'redirect_uri is not registered', { redirect_uri: 'http://localhost:3003/client/test/elsewhere' }],
  ['[AUT-03]', 'redirect_uri is no URI', { redirect_uri: 'callback' }],
  ['[AUT-03]', 'redirect_uri is missing and two are registered', { client_id: 'two', redirect_uri: null }],
  ['[AUT-03]', 'redirect_uri is missing and none is registered', { client_id: 'none', redirect_uri: null }],
  [
    '[AUT-04]',
    'something else is wrong as well',
    { redirect_uri: 'http://evil.test/', scope: 'a"b', response_type: null },
  ],
  [
    '[AUT-04]',
    'the client is unknown and everything else is wrong',
    { client_id: 'nobody', scope: 'bad', response_type: 'x' },
  ],
])('%s MUST tell the user, and never redirect, when %s', async (_row, _case, changes) => {
  const response = await server.request(authorizePath(changes))
  expect(response.status).toBe(400)
  expect(response.headers.get('location')).toBeNull()
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await pageName(response)).toBe('error')
})

test('[AUT-36] redirect_uri MAY be left out when exactly one is registered', async () => {
  expect(await pageName(await server.request(authorizePath({ redirect_uri: null })))).toBe('login')
})

test('MUST NOT show what was sent as markup', async () => {
  const response = await server.request(authorizePath({ client_id: '"><script>alert(1)</script>' }))
  expect(await response.text()).not.toContain('<script')
})

test('the learner sees which check refused, and which were never reached', async () => {
  await server.request(authorizePath({ client_id: 'nobody' }))
  const [once, client, ...rest] = server.checks()
  expect(once).toMatchObject({ id: 'client-and-redirect-uri-once', verdict: 'passed' })
  expect(client).toMatchObject({
    id: 'client-registered',
    verdict: 'failed',
    saw: 'no client is registered as “nobody”',
  })
  expect(new Set(rest.map(({ verdict }) => verdict))).toEqual(new Set(['not-reached']))
})
