import { exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { decodeJwt } from '@/lib/oauth/jwt'
import { accessToken, PUBLISHED, testResourceServer } from '@/lib/testing/resource-server'

async function refusedBy(token: string): Promise<string | undefined> {
  const drive = await testResourceServer()
  expect((await drive.get('/photos', token)).status).toBe(401)
  expect(drive.sent.map(({ url }) => url)).not.toContain('http://evil.test/jwks')
  return drive.checks().find(({ verdict }) => verdict === 'failed')?.id
}

test.each(PUBLISHED.keys)('[AT-07] MUST refuse HS256 keyed with the public $alg key', async (jwk) => {
  const key = await importJWK(jwk, jwk.alg ?? '', { extractable: true })
  if (key instanceof Uint8Array) throw new Error('A public key was expected.')
  const claims = decodeJwt(await accessToken())?.payload ?? {}
  const header = { alg: 'HS256', typ: 'at+jwt', kid: jwk.kid ?? '' }
  const forged = new SignJWT(claims).setProtectedHeader(header)
  expect(await refusedBy(await forged.sign(new TextEncoder().encode(await exportSPKI(key))))).toBe('jwt.algorithm')
})

test.each(['with a kid of its own', 'with a published kid'])(
  '[AT-07] MUST ignore jwk, jku and x5u in the token (%s)',
  async (kind) => {
    const mallory = await generateKeyPair('ES256', { extractable: true })
    const kid = kind === 'with a published kid' ? 'es-1' : 'mallory'
    const claims = decodeJwt(await accessToken())?.payload ?? {}
    const header = {
      alg: 'ES256',
      typ: 'at+jwt',
      kid,
      jwk: await exportJWK(mallory.publicKey),
      jku: 'http://evil.test/jwks',
      x5u: 'http://evil.test/cert',
    }
    const forged = await new SignJWT(claims).setProtectedHeader(header).sign(mallory.privateKey)
    expect(await refusedBy(forged)).toBe(kid === 'mallory' ? 'jwt.key' : 'jwt.signature')
  },
)

test('[AT-07] MUST refuse a token that demands an unknown extension', async () => {
  const header = { crit: ['b64'], b64: true }
  expect(await refusedBy(await accessToken({ header }))).toBe('jwt.critical-headers')
})
