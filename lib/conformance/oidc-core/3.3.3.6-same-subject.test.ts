import { expect, test } from 'vitest'
import { TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { askHybrid, createHybridProvider } from '@/lib/testing/hybrid'
import { redeem, verifiedIdToken } from '@/lib/testing/openid'

test.each(['code id_token', 'code id_token token'])(
  '[OID-09] MUST name the same issuer and user in both ID tokens of %s',
  async (response_type) => {
    const as = await createHybridProvider()
    const { id_token, code = '' } = await askHybrid(as, { response_type })
    const tokens = await (await redeem(as, code, 'hybrid')).json()
    const first = (await verifiedIdToken(as, id_token)).claims
    const second = (await verifiedIdToken(as, tokens.id_token)).claims
    expect([first.iss, first.sub]).toEqual([TEST_ORIGINS.issuer, 'alice'])
    expect([second.iss, second.sub]).toEqual([first.iss, first.sub])
  },
)
