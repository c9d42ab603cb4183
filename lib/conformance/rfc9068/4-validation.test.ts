import { expect, test } from 'vitest'
import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '@/lib/oauth/base64url'
import { accessToken, challengeOf, PUBLISHED, testResourceServer } from '@/lib/testing/resource-server'

const encode = (value: unknown) => encodeBase64Url(encodeUtf8(JSON.stringify(value)))

async function parts(): Promise<[header: string, payload: string, signature: string]> {
  const [header = '', payload = '', signature = ''] = (await accessToken()).split('.')
  return [header, payload, signature]
}

async function claims(): Promise<Record<string, unknown>> {
  const [, payload] = await parts()
  return JSON.parse(new TextDecoder().decode(decodeBase64Url(payload)))
}

async function refusedBy(token: string): Promise<string | undefined> {
  const drive = await testResourceServer()
  const response = await drive.get('/photos', token)
  expect(response.status).toBe(401)
  expect(challengeOf(response).parameters.error).toBe('invalid_token')
  return drive.checks().find(({ verdict }) => verdict === 'failed')?.id
}

test.each(['http://localhost:3001/test/', 'http://localhost:3001/other', 'http://LOCALHOST:3001/test'])(
  '[AT-05] MUST refuse the issuer %s',
  async (iss) => {
    expect(await refusedBy(await accessToken({ claims: { iss } }))).toBe('jwt.issuer')
  },
)

test('[AT-05] MUST refuse a changed claim under the old signature', async () => {
  const [header, , signature] = await parts()
  expect(await refusedBy(`${header}.${encode({ ...(await claims()), sub: 'bob' })}.${signature}`)).toBe('jwt.signature')
})

test('[AT-05] MUST refuse a signature by another key', async () => {
  const [header, payload] = await parts()
  const key = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const data = encodeUtf8(`${header}.${payload}`)
  const forged = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key.privateKey, data)
  expect(await refusedBy(`${header}.${payload}.${encodeBase64Url(new Uint8Array(forged))}`)).toBe('jwt.signature')
})

test.each(['none', 'None', 'NONE'])('[AT-05] MUST refuse the algorithm %s', async (alg) => {
  const [, payload] = await parts()
  expect(await refusedBy(`${encode({ alg, typ: 'at+jwt' })}.${payload}.`)).toBe('jwt.algorithm')
})

test('[AT-05] MUST refuse a key the server no longer publishes', async () => {
  const drive = await testResourceServer({ jwks: { keys: PUBLISHED.keys.slice(1) } })
  expect((await drive.get('/photos', await accessToken())).status).toBe(401)
})

test.each([0, '9999999999', null])('[AT-05] MUST refuse the expiry %j', async (exp) => {
  const [header, , signature] = await parts()
  const drive = await testResourceServer({ policy: { strictJwt: false } })
  const response = await drive.get('/photos', `${header}.${encode({ ...(await claims()), exp })}.${signature}`)
  expect(response.status).toBe(401)
  expect(drive.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('token.expiry')
})
