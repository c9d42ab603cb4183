import { expect, test } from 'vitest'
import { serverMetadata } from '@/lib/authorization-server/endpoints/metadata'
import { createOpenIdProvider, logIn } from '@/lib/testing/openid'

test.each([
  ['openid', {}],
  ['openid profile', { name: 'Alice Liddell', preferred_username: 'alice' }],
  ['openid email', { email: 'alice@wonderland.example', email_verified: true }],
  [
    'openid profile email',
    {
      name: 'Alice Liddell',
      preferred_username: 'alice',
      email: 'alice@wonderland.example',
      email_verified: true,
    },
  ],
])('[OID-14] MUST tell with "%s" exactly the claims it asks for', async (scope, claims) => {
  const as = await createOpenIdProvider()
  await as.store.update('users', 'alice', { email: 'alice@wonderland.example' })
  const { access_token } = await logIn(as, { scope })
  const response = await as.request('/userinfo', { headers: { authorization: `Bearer ${access_token}` } })
  const told = await response.json()
  expect(told).toEqual({ sub: 'alice', ...claims })
  expect(serverMetadata(as.env).claims_supported).toEqual(expect.arrayContaining(Object.keys(told)))
})

test('[OID-14] advertises the scopes it maps, and no other standard one', async () => {
  const { scopes_supported } = serverMetadata((await createOpenIdProvider()).env)
  expect(scopes_supported).toEqual(expect.arrayContaining(['openid', 'profile', 'email']))
  expect(scopes_supported).not.toContain('address')
  expect(scopes_supported).not.toContain('phone')
})
