import { expect, test } from 'vitest'
import { serverMetadata } from '@/lib/authorization-server/endpoints/metadata'
import { answerOf, testBrowser } from '@/lib/testing/front-channel'
import { createOpenIdProvider, logIn, verifiedIdToken } from '@/lib/testing/openid'

test('[OID-17] MUST say that claims, request and request_uri are not supported', async () => {
  const { env } = await createOpenIdProvider()
  expect(serverMetadata(env)).toMatchObject({ claims_parameter_supported: false, request_parameter_supported: false })
})

test('[OID-17] MUST ignore claims: what it asks for is not in the ID token', async () => {
  const as = await createOpenIdProvider()
  const claims = JSON.stringify({ id_token: { email: { essential: true } } })
  expect((await verifiedIdToken(as, (await logIn(as, { claims })).id_token)).claims).not.toHaveProperty('email')
})

test('[OID-17] MUST refuse a request object with the error made for it', async () => {
  const browser = testBrowser(await createOpenIdProvider())
  const answer = answerOf(await browser.authorize({ scope: 'openid', request: 'eyJhbGciOiJub25lIn0.e30.' }))
  expect(answer.get('error')).toBe('request_not_supported')
})
