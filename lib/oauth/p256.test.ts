import { expect, test } from 'vitest'
import { encodeUtf8 } from './base64url'
import { p256Key } from './p256'

const bytes = (fill: number) => new Uint8Array(32).fill(fill)

test('the same bytes make the same key, others another one', async () => {
  const [one, again, other] = [await p256Key(bytes(7)), await p256Key(bytes(7)), await p256Key(bytes(8))]
  expect(again.publicJwk).toEqual(one.publicJwk)
  expect(other.publicJwk).not.toEqual(one.publicJwk)
  expect((await p256Key(bytes(0xff))).publicJwk.x).toHaveLength(43)
})

test('what the private half signs, the public half verifies; the private half stays inside', async () => {
  const { privateKey, publicJwk } = await p256Key(bytes(7))
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const publicKey = await crypto.subtle.importKey('jwk', publicJwk, algorithm, false, ['verify'])
  const signing = { name: 'ECDSA', hash: 'SHA-256' }
  const signature = await crypto.subtle.sign(signing, privateKey, encodeUtf8('hello'))
  expect(await crypto.subtle.verify(signing, publicKey, signature, encodeUtf8('hello'))).toBe(true)
  expect(privateKey.extractable).toBe(false)
})
