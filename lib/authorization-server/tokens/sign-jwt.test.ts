import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK } from 'jose'
import { expect, test } from 'vitest'
import { createKeyRing } from '../keys'
import { signJwt } from './sign-jwt'

const ring = createKeyRing(new Uint8Array(32).fill(7))
const claims = { iss: 'http://localhost/lab', aud: 'api', scope: 'photos.read', name: 'Zoë', nothing: undefined }

test.each(['ES256', 'RS256'] as const)('%s: a stranger’s library verifies what was signed', async (algorithm) => {
  const key = await ring.signer(algorithm)
  const jwt = await signJwt(claims, 'at+jwt', key)
  await compactVerify(jwt, await importJWK(key.publicJwk, algorithm))
  expect(decodeProtectedHeader(jwt)).toEqual({ alg: algorithm, kid: key.kid, typ: 'at+jwt' })
  expect(decodeJwt(jwt)).toEqual({ iss: 'http://localhost/lab', aud: 'api', scope: 'photos.read', name: 'Zoë' })
})

test('an ES256 signature is two numbers of 32 bytes, and another key does not verify it', async () => {
  const [mine, other] = [await ring.signer('ES256'), await createKeyRing(new Uint8Array(32).fill(8)).signer('ES256')]
  const jwt = await signJwt(claims, 'JWT', mine)
  expect(Buffer.from(jwt.split('.')[2] ?? '', 'base64url')).toHaveLength(64)
  await expect(compactVerify(jwt, await importJWK(other.publicJwk, 'ES256'))).rejects.toThrow('signature')
})
