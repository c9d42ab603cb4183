import { describe, expect, test } from 'vitest'
import { readProof } from '@/lib/oauth/dpop/proof'
import { accessTokenHash, thumbprint } from '@/lib/oauth/dpop/thumbprint'
import { CLIENT_ORIGINS, type ClientOptions, type Outgoing, testClient, tokenResponse } from '@/lib/testing/client'

const PAR = `POST ${CLIENT_ORIGINS.issuer}/par`
const TOKEN = `POST ${CLIENT_ORIGINS.issuer}/token`
const PHOTOS = `GET ${CLIENT_ORIGINS.resource}/photos`
const REFERENCE = 'urn:ietf:params:oauth:request_uri:r-1'

const pushed = () => Response.json({ request_uri: REFERENCE, expires_in: 60 }, { status: 201 })
const bound = () => tokenResponse({ token_type: 'DPoP' })
const wantsNonce = () =>
  Response.json({ error: 'use_dpop_nonce' }, { status: 400, headers: { 'dpop-nonce': 'nonce-1' } })

function hardened(answers: ClientOptions['answers'] = {}) {
  return testClient({
    preset: 'fapi2',
    policy: { authentication: 'client_secret_basic' },
    answers: { [PAR]: pushed, [TOKEN]: bound, ...answers },
  })
}

async function connect(client: Awaited<ReturnType<typeof hardened>>): Promise<Response> {
  const browser = client.browser()
  await browser.open('/login')
  const location = new URL((await browser.open('/connect')).headers.get('location') ?? '')
  expect([...location.searchParams]).toEqual([
    ['client_id', 'photo-editor'],
    ['request_uri', REFERENCE],
  ])
  const request = new URLSearchParams(client.sent.at(-1)?.body)
  await browser.callback({ code: 'code-1', state: request.get('state'), iss: CLIENT_ORIGINS.issuer })
  return browser.open('/photos')
}

const sentTo = (sent: readonly Outgoing[], line: string) =>
  sent.filter(({ method, url }) => `${method} ${url}` === line)

describe('the hardened photo editor', () => {
  test('pushes everything, and names its key', async () => {
    const client = await hardened()
    expect((await connect(client)).status).toBe(200)
    const [push] = sentTo(client.sent, PAR)
    const names = [...new URLSearchParams(push?.body).keys()]
    expect(names).toEqual(expect.arrayContaining(['scope', 'redirect_uri', 'state', 'code_challenge', 'dpop_jkt']))
  })

  test('signs each request anew, with one key: the pushed one', async () => {
    const client = await hardened()
    await connect(client)
    const jkt = new URLSearchParams(sentTo(client.sent, PAR)[0]?.body).get('dpop_jkt')
    const proofs = [...sentTo(client.sent, TOKEN), ...sentTo(client.sent, PHOTOS)].map(({ headers }) =>
      readProof(headers.get('dpop') ?? ''),
    )
    expect(proofs.length).toBeGreaterThan(1)
    for (const proof of proofs) expect(await thumbprint(proof?.jwk ?? {})).toBe(jkt)
    expect(new Set(proofs.map((proof) => proof?.jti)).size).toBe(proofs.length)
    expect(proofs[0]).toMatchObject({
      htm: 'POST',
      htu: `${CLIENT_ORIGINS.issuer}/token`,
      iat: client.env.now() / 1000,
    })
    expect(proofs.at(-1)).toMatchObject({ htm: 'GET', ath: await accessTokenHash('access-1') })
  })

  test('sends the request again with the nonce it is given, and keeps it for the next', async () => {
    let times = 0
    const client = await hardened({
      [TOKEN]: () => {
        times += 1
        return times === 1 ? wantsNonce() : bound()
      },
    })
    await connect(client)
    const nonces = sentTo(client.sent, TOKEN).map(({ headers }) => readProof(headers.get('dpop') ?? '')?.nonce)
    expect(nonces).toEqual([null, 'nonce-1'])
  })

  test('gives up when a server keeps asking', async () => {
    const client = await hardened({ [TOKEN]: wantsNonce })
    await connect(client)
    expect(sentTo(client.sent, TOKEN)).toHaveLength(2)
  })

  test('throws away tokens that are not bound (RFC 9449, section 5)', async () => {
    const client = await hardened({ [TOKEN]: () => tokenResponse() })
    await connect(client)
    expect(await client.store.find('tokens', {})).toEqual([])
    expect(client.checks().findLast(({ verdict }) => verdict === 'failed')?.id).toBe('token-response.token-type')
  })

  test.each([
    ['a refusal', () => Response.json({ error: 'invalid_request' }, { status: 400 })],
    ['an answer without request_uri', () => Response.json({ expires_in: 60 }, { status: 201 })],
    ['another status', () => Response.json({ request_uri: REFERENCE, expires_in: 60 })],
  ])('explains %s to a push, and sends nobody anywhere', async (_, answer) => {
    const client = await hardened({ [PAR]: answer })
    const response = await client.browser().open('/login')
    expect(response.status).toBe(502)
    expect(response.headers.get('location')).toBeNull()
  })
})
