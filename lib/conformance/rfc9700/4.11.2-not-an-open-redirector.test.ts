import { beforeEach, describe, expect, test } from 'vitest'
import {
  CALLBACK,
  createTestAuthorizationServer,
  type TestAuthorizationServer,
} from '@/lib/testing/authorization-server'
import { answerOf, authorizePath, pageName, testBrowser } from '@/lib/testing/front-channel'

const STRANGER = {
  client_id: 'ignored',
  client_name: 'Stranger',
  redirect_uris: [`${CALLBACK}/stranger`],
  grant_types: ['authorization_code'],
  token_endpoint_auth_method: 'none',
  scope: 'photos.read',
  trusted: false,
}

let server: TestAuthorizationServer
let stranger: { client_id: string; redirect_uri: string }

async function labWithStranger(errorsRedirectUnasked: boolean) {
  server = await createTestAuthorizationServer({ clients: [STRANGER], policy: { errorsRedirectUnasked } })
  const [client] = await server.store.find('clients', { client_name: 'Stranger' })
  stranger = { client_id: client?.key ?? '', redirect_uri: `${CALLBACK}/stranger` }
}

beforeEach(() => labWithStranger(false))

test.each<[string, Record<string, string | null>]>([
  ['a bad scope', { scope: 'bad' }],
  ['no response_type', { response_type: null }],
  ['no code_challenge', { code_challenge: null }],
  ['prompt=none', { prompt: 'none' }],
])('[AUT-34] MUST NOT redirect at once for a client nobody vouches for: %s', async (_, changes) => {
  const response = await server.request(authorizePath({ ...stranger, ...changes }))
  expect(response.headers.get('location')).toBeNull()
  expect(response.status).toBe(400)
  expect(await pageName(response)).toBe('error')
  const failed = server.checks().filter(({ verdict }) => verdict === 'failed')
  expect(failed.map(({ id }) => id).at(-1)).toBe('error-redirect-allowed')
})

test('[AUT-34] MAY redirect once a user is signed in', async () => {
  const browser = testBrowser(server)
  await browser.login(await browser.authorize())
  expect(answerOf(await browser.authorize({ ...stranger, scope: 'bad' })).get('error')).toBe('invalid_scope')
})

test('[AUT-34] MAY redirect at once for a client the server trusts', async () => {
  expect(answerOf(await server.request(authorizePath({ scope: 'bad' }))).get('error')).toBe('invalid_scope')
})

test('the learner sees the open redirector where the policy allows it', async () => {
  await labWithStranger(true)
  const response = await server.request(authorizePath({ ...stranger, scope: 'bad' }))
  expect(answerOf(response).get('error')).toBe('invalid_scope')
})

describe('a link to sign out, where nobody is signed in', () => {
  const BACK = `${CALLBACK}/signed-out`

  async function signOut(trusted: boolean, errorsRedirectUnasked: boolean) {
    const client = { ...STRANGER, post_logout_redirect_uris: [BACK], trusted }
    server = await createTestAuthorizationServer({ clients: [client], policy: { errorsRedirectUnasked } })
    const [row] = await server.store.find('clients', { client_name: 'Stranger' })
    const query = new URLSearchParams({ client_id: row?.key ?? '', post_logout_redirect_uri: BACK })
    return server.request(`/logout?${query}`)
  }

  test('MUST NOT lead to a client nobody vouches for', async () => {
    const response = await signOut(false, false)
    expect(response.status).toBe(200)
    expect(response.headers.get('location')).toBeNull()
    const failed = server.checks().filter(({ verdict }) => verdict === 'failed')
    expect(failed.map(({ id }) => id)).toEqual(['logout-redirect-vouched'])
  })

  test.each([
    ['to a client the server trusts', true, false],
    ['where the policy lets anybody be redirected', false, true],
  ])('MAY lead on %s', async (_, trusted, unasked) => {
    expect((await signOut(trusted, unasked)).headers.get('location')).toBe(BACK)
  })
})
