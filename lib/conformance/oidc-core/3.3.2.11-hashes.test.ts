import { expect, test } from 'vitest'
import { askHybrid, createHybridProvider, leftHalfOf, WITH_ID_TOKEN } from '@/lib/testing/hybrid'
import { verifiedIdToken } from '@/lib/testing/openid'

test.each(WITH_ID_TOKEN)('[OID-08] MUST name by a hash exactly what %s brings beside', async (response_type) => {
  const as = await createHybridProvider()
  const { id_token, access_token, code } = await askHybrid(as, { response_type })
  const { at_hash, c_hash } = (await verifiedIdToken(as, id_token)).claims
  const words = response_type.split(' ')
  expect(at_hash).toBe(words.includes('token') ? await leftHalfOf(access_token) : undefined)
  expect(c_hash).toBe(words.includes('code') ? await leftHalfOf(code) : undefined)
})
