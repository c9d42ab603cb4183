import { expect, test } from 'vitest'
import { createKeyRing } from '@/lib/authorization-server/keys'

test('[JW-03] MUST use RSA keys of 2048 bits and the curve P-256', async () => {
  const ring = createKeyRing(new Uint8Array(32).fill(7))
  const { publicJwk: rsa } = await ring.signer('RS256')
  const { publicJwk: ec } = await ring.signer('ES256')
  expect(Buffer.from(rsa.n ?? '', 'base64url').length * 8).toBeGreaterThanOrEqual(2048)
  expect(ec.crv).toBe('P-256')
  expect((await ring.keys()).map((key) => key.alg).sort()).toEqual(['ES256', 'RS256'])
})
