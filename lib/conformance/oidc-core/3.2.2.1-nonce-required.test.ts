import { expect, test } from 'vitest'
import { askHybrid, createHybridProvider, refusedHybrid } from '@/lib/testing/hybrid'
import { verifiedIdToken } from '@/lib/testing/openid'

const IMPLICIT = ['id_token', 'id_token token']

test.each(IMPLICIT)('[IM-05] MUST refuse response_type=%s without nonce', async (response_type) => {
  const as = await createHybridProvider()
  expect(await refusedHybrid(as, { response_type, nonce: null })).toBe('invalid_request')
  expect(as.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('nonce-sent')
})

test.each(IMPLICIT)('[IM-05] MUST repeat the nonce exactly in the ID token of %s', async (response_type) => {
  const as = await createHybridProvider()
  const nonce = 'n-0S6_WzA2Mj ✓'
  const { id_token } = await askHybrid(as, { response_type, nonce })
  expect((await verifiedIdToken(as, id_token)).claims.nonce).toBe(nonce)
})
