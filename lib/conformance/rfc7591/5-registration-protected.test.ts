import { describe, expect, test } from 'vitest'
import {
  CALLBACK,
  createTestAuthorizationServer,
  type TestAuthorizationServer,
} from '@/lib/testing/authorization-server'
import { outcome, register } from '@/lib/testing/back-channel'

test('[DR-08] MUST refuse an initial access token it did not issue', async () => {
  const as = await createTestAuthorizationServer()

  const response = await register(as, { redirect_uris: [CALLBACK] }, { authorization: 'Bearer made-up' })
  expect(await outcome(response)).toBe('401 invalid_token')
  expect(response.headers.get('www-authenticate')).toMatch(/^Bearer /)
})

test('[DR-08] MUST limit how many clients register themselves', async () => {
  const as = await createTestAuthorizationServer()

  for (let count = 0; count < 50; count += 1) {
    expect((await register(as, { redirect_uris: [CALLBACK] })).status).toBe(201)
  }
  expect((await register(as, { redirect_uris: [CALLBACK] })).status).toBe(429)
})

test('[DR-09] MUST NOT fetch a URL that somebody registers', async () => {
  const urls = ['http://127.0.0.1:1/', 'http://169.254.169.254/latest/meta-data/', 'http://[::1]/', 'https://c.test/']
  const names = ['jwks_uri', 'logo_uri', 'sector_identifier_uri']
  for (const preset of ['permissive', 'bcp'] as const) {
    const as = await createTestAuthorizationServer({ preset, policy: { fetchClientUris: false } })
    const fetched = fetchedBy(as, () => Promise.resolve(Response.json({ keys: [] })))
    for (const name of names) {
      const responses = urls.map((url) => register(as, { redirect_uris: [CALLBACK], [name]: url }))
      const refused = preset === 'bcp' || name === 'jwks_uri'
      for (const response of await Promise.all(responses)) {
        expect(await outcome(response)).toBe(refused ? '400 invalid_client_metadata' : '201')
      }
    }
    expect(fetched).toEqual([])
    expect(as.reports.filter((report) => report.type === 'bug')).toEqual([])
  }
})

/** Addresses that the server fetches from now on; `answer` stands in for the network. */
function fetchedBy(as: TestAuthorizationServer, answer: () => Promise<Response>): string[] {
  const fetched: string[] = []
  as.env.fetch = (request) => {
    fetched.push(request.url)
    return answer()
  }
  return fetched
}

const BY_REFERENCE = { redirect_uris: [CALLBACK], jwks_uri: 'https://c.test/jwks' }

describe('a careless server fetches keys from where it is told', () => {
  const careless = () => createTestAuthorizationServer({ policy: { fetchClientUris: true } })

  test('and registers what it finds, by value', async () => {
    const as = await careless()
    const key = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' }
    const fetched = fetchedBy(as, () => Promise.resolve(Response.json({ keys: [key] })))
    const response = await register(as, { ...BY_REFERENCE, token_endpoint_auth_method: 'private_key_jwt' })
    expect(fetched).toEqual(['https://c.test/jwks'])
    expect(await response.json()).toMatchObject({ jwks: { keys: [key] } })
  })

  test('and quotes what it finds instead: so strangers read what is inside', async () => {
    const as = await careless()
    fetchedBy(as, () => Promise.resolve(new Response('drive-7 is well')))
    const { error_description } = await (await register(as, BY_REFERENCE)).json()
    expect(error_description).toContain('drive-7 is well')
  })

  test.each([
    ['no address', 'somewhere'],
    ['where its network ends', 'https://elsewhere.test/'],
  ])('and says so when it finds nothing: %s', async (_, jwks_uri) => {
    const as = await careless()
    fetchedBy(as, () => Promise.reject(new TypeError('The network of this lab ends here.')))
    expect(await outcome(await register(as, { ...BY_REFERENCE, jwks_uri }))).toBe('400 invalid_client_metadata')
    expect(as.reports.filter((report) => report.type === 'bug')).toEqual([])
  })
})
