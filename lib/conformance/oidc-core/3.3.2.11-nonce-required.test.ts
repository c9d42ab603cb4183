import { expect, test } from 'vitest'
import { askHybrid, createHybridProvider, refusedHybrid } from '@/lib/testing/hybrid'
import { redeem, verifiedIdToken } from '@/lib/testing/openid'

const HYBRID = ['code id_token', 'code id_token token']

test.each(HYBRID)('[OID-10] MUST refuse response_type=%s without nonce', async (response_type) => {
  const as = await createHybridProvider()
  expect(await refusedHybrid(as, { response_type, nonce: null })).toBe('invalid_request')
  expect(as.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('nonce-sent')
})

test.each(HYBRID)('[OID-10] MUST repeat the nonce in both ID tokens of %s', async (response_type) => {
  const as = await createHybridProvider()
  const { id_token, code = '' } = await askHybrid(as, { response_type, nonce: 'once' })
  const tokens = await (await redeem(as, code, 'hybrid')).json()
  expect((await verifiedIdToken(as, id_token)).claims.nonce).toBe('once')
  expect((await verifiedIdToken(as, tokens.id_token)).claims.nonce).toBe('once')
})

test('a nonce may be left out where the redirect brings no ID token', async () => {
  const as = await createHybridProvider()
  expect(await askHybrid(as, { response_type: 'code token', nonce: null })).toHaveProperty('code')
})
