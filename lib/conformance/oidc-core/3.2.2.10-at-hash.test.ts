import { expect, test } from 'vitest'
import { askHybrid, createHybridProvider, leftHalfOf } from '@/lib/testing/hybrid'
import { verifiedIdToken } from '@/lib/testing/openid'

test.each(['bcp', 'rfc6749'] as const)(
  '[IM-06] MUST name the access token of id_token token by at_hash (%s)',
  async (preset) => {
    const as = await createHybridProvider({ preset })
    const { id_token, access_token } = await askHybrid(as, { response_type: 'id_token token' })
    expect((await verifiedIdToken(as, id_token)).claims.at_hash).toBe(await leftHalfOf(access_token))
  },
)

test('an ID token that comes alone names nothing, and says all that UserInfo would', async () => {
  const as = await createHybridProvider()
  const answer = await askHybrid(as, { response_type: 'id_token', scope: 'openid profile' })
  expect(Object.keys(answer).toSorted()).toEqual(['id_token', 'iss', 'state'])
  const { claims } = await verifiedIdToken(as, answer.id_token)
  expect(claims).not.toHaveProperty('at_hash')
  expect(claims).not.toHaveProperty('c_hash')
  expect(claims).toMatchObject({ sub: 'alice', name: 'Alice Liddell', preferred_username: 'alice' })
})
