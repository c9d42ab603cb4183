import { expect, test } from 'vitest'
import { authorizePath, locationOf, testBrowser } from '@/lib/testing/front-channel'
import { askHybrid, createHybridProvider, hybridRequest, refusedHybrid, WITH_ID_TOKEN } from '@/lib/testing/hybrid'
import { redeem } from '@/lib/testing/openid'

const TYPES = [...WITH_ID_TOKEN, 'code token']

test.each(TYPES)('[AUT-31] MUST answer %s in the fragment, and only there', async (response_type) => {
  const location = await testBrowser(await createHybridProvider()).grant(hybridRequest({ response_type }))
  expect(location.search).toBe('')
  expect(new URLSearchParams(location.hash.slice(1)).get('state')).toBe('xyz')
})

test.each(TYPES)('[AUT-31] MUST refuse response_mode=query for %s, in the fragment', async (response_type) => {
  const as = await createHybridProvider()
  const path = authorizePath(hybridRequest({ response_type, response_mode: 'query' }))
  const { search, hash } = new URL(locationOf(await as.request(path)))
  expect(search).toBe('')
  expect(new URLSearchParams(hash.slice(1)).get('error')).toBe('invalid_request')
})

test.each(TYPES)('[IM-04] MUST refuse %s where no token may go through the browser', async (response_type) => {
  const as = await createHybridProvider({ policy: { implicit: false } })
  expect(await refusedHybrid(as, { response_type })).toBe('unsupported_response_type')
})

test.each(TYPES.filter((type) => type.includes('code')))(
  '[AUT-25] MUST want a code_challenge with %s, too',
  async (response_type) => {
    const as = await createHybridProvider()
    const without = { response_type, code_challenge: null, code_challenge_method: null }
    expect(await refusedHybrid(as, without)).toBe('invalid_request')
    expect(as.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('pkce-challenge-present')
  },
)

test('a code presented again ends the access token that came along with it', async () => {
  const as = await createHybridProvider()
  const { code = '', access_token } = await askHybrid(as, { response_type: 'code token' })
  const headers = { authorization: `Bearer ${access_token}` }
  expect((await redeem(as, code, 'hybrid')).status).toBe(200)
  expect((await as.request('/userinfo', { headers })).status).toBe(200)
  expect((await redeem(as, code, 'hybrid')).status).toBe(400)
  expect((await as.request('/userinfo', { headers })).status).toBe(401)
})
