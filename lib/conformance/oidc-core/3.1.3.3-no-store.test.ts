import { expect, test } from 'vitest'
import { testBrowser } from '@/lib/testing/front-channel'
import { createOpenIdProvider, redeem } from '@/lib/testing/openid'

test('[OID-11] MUST forbid caches to keep a response with an ID token', async () => {
  const as = await createOpenIdProvider()
  const answer = await testBrowser(as).grant({ scope: 'openid' })
  const response = await redeem(as, answer.searchParams.get('code') ?? '')
  expect(await response.clone().json()).toHaveProperty('id_token')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('pragma')).toBe('no-cache')
})
