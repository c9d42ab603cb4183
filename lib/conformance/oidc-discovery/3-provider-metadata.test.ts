import { expect, test } from 'vitest'
import { TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { createOpenIdProvider, logIn } from '@/lib/testing/openid'

test('[MD-06] MUST advertise what an OpenID Provider has to, and serve what it advertises', async () => {
  const as = await createOpenIdProvider()
  const metadata = await (await as.request('/.well-known/openid-configuration')).json()
  expect(metadata).toMatchObject({
    issuer: TEST_ORIGINS.issuer,
    subject_types_supported: ['public'],
    response_types_supported: expect.arrayContaining(['code']),
    id_token_signing_alg_values_supported: expect.arrayContaining(['RS256']),
  })
  const { access_token } = await logIn(as)
  const answer = await as.request(metadata.userinfo_endpoint, { headers: { authorization: `Bearer ${access_token}` } })
  expect(answer.status).toBe(200)
})
