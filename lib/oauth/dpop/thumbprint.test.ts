import { expect, test } from 'vitest'
import { accessTokenHash, publicMembers, thumbprint } from './thumbprint'

/** The key of RFC 9449, section 4.1. */
const KEY = {
  kty: 'EC',
  x: 'l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs',
  y: '9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA',
  crv: 'P-256',
}

test('the thumbprint of the key in RFC 9449 is the one in its section 6.1, whatever else stands in the JWK', async () => {
  const expected = '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I'
  expect(await thumbprint(KEY)).toBe(expected)
  expect(await thumbprint({ alg: 'ES256', use: 'sig', kid: 'x', ...KEY })).toBe(expected)
})

test('what is no key has no thumbprint', async () => {
  const { y: _, ...half } = KEY
  for (const jwk of [{}, half, { kty: 'oct', k: 'secret' }, { ...KEY, x: 7 }]) {
    expect(publicMembers(jwk)).toBeNull()
    expect(await thumbprint(jwk)).toBeNull()
  }
})

test('the hash of the access token in RFC 9449 is the one in its section 7.1', async () => {
  expect(await accessTokenHash('Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU')).toBe(
    'fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo',
  )
})
