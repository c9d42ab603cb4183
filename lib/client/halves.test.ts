import { describe, expect, test } from 'vitest'
import { s256 } from '@/lib/oauth/pkce'
import { CLIENT_ORIGINS, testClient, tokenResponse } from '@/lib/testing/client'
import { CLIENT_MOVES, runMove } from './halves'

const WHO = { application: 'photo-editor' }

describe('the token request', () => {
  test('is prepared exactly as it would be sent, and nothing is sent', async () => {
    const client = await testClient({ stepped: true })
    const browser = client.browser()
    const authorization = await browser.login()
    const { searchParams } = authorization
    await browser.callback({ code: 'code-1', state: searchParams.get('state'), iss: CLIENT_ORIGINS.issuer })
    const request = await CLIENT_MOVES['token-request'].prepare(client.env, WHO)
    expect(request.method).toBe('POST')
    expect(request.url).toBe(`${CLIENT_ORIGINS.issuer}/token`)
    expect(request.headers.get('content-type')).toBe('application/x-www-form-urlencoded;charset=UTF-8')
    expect(request.headers.get('authorization')).toBe(`Basic ${btoa('photo%2Deditor:editor+secret')}`)
    const form = new URLSearchParams(await request.text())
    expect(Object.fromEntries(form)).toEqual({
      grant_type: 'authorization_code',
      code: 'code-1',
      redirect_uri: `${CLIENT_ORIGINS.client}/callback`,
      code_verifier: expect.stringMatching(/^[\w-]{43}$/),
    })
    expect(await s256(form.get('code_verifier') ?? '')).toBe(searchParams.get('code_challenge'))
    expect(client.sent).toEqual([])
  })

  test.each([
    ['client_secret_post', 'editor secret', 'client_id=photo-editor&client_secret=editor+secret'],
    ['none', 'editor secret', 'client_id=photo-editor'],
    ['client_secret_basic', null, 'client_id=photo-editor'],
  ] as const)('authenticates by %s with the secret %s', async (authentication, clientSecret, expected) => {
    const client = await testClient({ stepped: true, clientSecret, policy: { authentication } })
    await client.browser().connect()
    const request = await CLIENT_MOVES['token-request'].prepare(client.env, WHO)
    expect(request.headers.has('authorization')).toBe(false)
    const body = await request.text()
    expect(body).toContain(expected)
    expect(body.includes('client_secret')).toBe(expected.includes('client_secret'))
  })

  test('can be prepared again when the first one was lost', async () => {
    const client = await testClient({ stepped: true })
    await client.browser().connect()
    const first = await (await CLIENT_MOVES['token-request'].prepare(client.env, WHO)).text()
    expect(await (await CLIENT_MOVES['token-request'].prepare(client.env, WHO)).text()).toBe(first)
  })

  test('is made for the newest session, or for the one that is named', async () => {
    const client = await testClient({ stepped: true })
    const [alice, bob] = [client.browser(), client.browser()]
    for (const [browser, code] of [[alice, 'of-alice'] as const, [bob, 'of-bob'] as const]) {
      const state = (await browser.login()).searchParams.get('state')
      await browser.callback({ code, state, iss: CLIENT_ORIGINS.issuer })
    }
    const newest = await CLIENT_MOVES['token-request'].prepare(client.env, WHO)
    expect(await newest.text()).toContain('code=of-bob')
    const session = (await client.store.dump()).sessions[0]?.key ?? ''
    const named = await CLIENT_MOVES['token-request'].prepare(client.env, { ...WHO, session })
    expect(await named.text()).toContain('code=of-alice')
  })
})

test.each(['token-request', 'refresh-request', 'resource-request', 'usage-request', 'revocation-request'] as const)(
  '%s says so when there is nothing to send',
  async (id) => {
    const client = await testClient({ stepped: true })
    const move = CLIENT_MOVES[id]
    await expect(move.prepare(client.env, WHO)).rejects.toThrow(/Nobody has a session/)
    await client.browser().login()
    await expect(move.prepare(client.env, WHO)).rejects.toThrow(/holds no/)
  },
)

describe('a token response', () => {
  test.each([
    [
      'no JSON',
      () => new Response('<p>hello</p>', { headers: { 'content-type': 'text/html' } }),
      'token-response.valid',
    ],
    ['no access token', () => tokenResponse({ access_token: undefined }), 'token-response.valid'],
    ['an expiry that is no number', () => tokenResponse({ expires_in: 'soon' }), 'token-response.valid'],
    ['a type nobody here knows', () => tokenResponse({ token_type: 'mac' }), 'token-response.token-type'],
    ['a type that needs a key', () => tokenResponse({ token_type: 'DPoP' }), 'token-response.token-type'],
  ])('with %s is refused by the client and nothing of it is kept', async (_case, response, check) => {
    const client = await testClient({ stepped: true })
    await client.browser().connect()
    client.env.fetch = async () => response()
    expect((await runMove(client.env, 'token-request', WHO)).arrival).toBe('refusal')
    expect((await client.store.dump()).tokens).toEqual([])
    const failed = client.checks().filter(({ verdict }) => verdict === 'failed')
    expect(failed.map(({ id, by }) => `${by}: ${id}`)).toEqual([`client: ${check}`])
  })

  test.each([
    ['invalid_grant', () => Response.json({ error: 'invalid_grant' }, { status: 400 })],
    [
      'invalid_client with a challenge',
      () => Response.json({ error: 'invalid_client' }, { status: 401, headers: { 'www-authenticate': 'Basic' } }),
    ],
  ])('that is a refusal (%s) is not held against the server', async (_case, response) => {
    const client = await testClient({ stepped: true })
    await client.browser().connect()
    client.reports.length = 0
    client.env.fetch = async () => response()
    expect((await runMove(client.env, 'token-request', WHO)).arrival).toBe('refusal')
    expect(client.checks()).toEqual([])
  })
})

describe('the resource request', () => {
  test('a refusal by the drive is kept and can be followed by a refresh', async () => {
    const client = await testClient({ stepped: true })
    await client.browser().connect()
    await runMove(client.env, 'token-request', WHO)
    const answer = client.env.fetch
    client.env.fetch = async () => new Response(null, { status: 401 })
    expect((await runMove(client.env, 'resource-request', WHO)).arrival).toBe('refusal')
    expect((await client.store.dump()).results).toMatchObject([{ status: 401 }])
    client.env.fetch = answer
    expect((await runMove(client.env, 'refresh-request', WHO)).arrival).toBe('tokens')
    expect((await client.store.dump()).results).toEqual([])
  })

  test('an answer that is no list of photos is refused', async () => {
    const client = await testClient({ stepped: true })
    await client.browser().connect()
    await runMove(client.env, 'token-request', WHO)
    client.env.fetch = async () => Response.json({ cats: 9 })
    expect((await runMove(client.env, 'resource-request', WHO)).arrival).toBe('refusal')
    expect(client.checks().at(-1)).toMatchObject({ id: 'resource-response.valid', verdict: 'failed' })
  })
})

describe('the revocation request', () => {
  test('is confirmed, and the tokens stay where the learner can try them', async () => {
    const client = await testClient({ stepped: true })
    await client.browser().connect()
    await runMove(client.env, 'token-request', WHO)
    expect((await runMove(client.env, 'revocation-request', WHO)).arrival).toBe('confirmation')
    expect((await client.store.dump()).tokens).toHaveLength(1)
    client.env.fetch = async () => Response.json({ error: 'invalid_client' }, { status: 401 })
    expect((await runMove(client.env, 'revocation-request', WHO)).arrival).toBe('refusal')
  })
})
