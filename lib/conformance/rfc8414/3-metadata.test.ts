import { expect, test } from 'vitest'
import { serverMetadata } from '@/lib/authorization-server/endpoints/metadata'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'

test('[MD-03] MUST name the issuer whose URL the document was found under', async () => {
  const as = await createTestAuthorizationServer()

  const response = await as.request('/.well-known/openid-configuration')
  const { issuer } = await response.json()
  expect(issuer).toBe(TEST_ORIGINS.issuer)
  expect(new URL(issuer).search + new URL(issuer).hash).toBe('')
})

test('[MD-04] MUST answer 200 with application/json, and leave empty lists out', async () => {
  const as = await createTestAuthorizationServer()

  const response = await as.request('/.well-known/openid-configuration')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  expect(Object.values(await response.json()).filter((value) => Array.isArray(value) && value.length === 0)).toEqual([])
})

test('[MD-05] MUST name its endpoints and response types', async () => {
  const as = await createTestAuthorizationServer()

  const { issuer } = TEST_ORIGINS
  expect(serverMetadata(as.env)).toMatchObject({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    registration_endpoint: `${issuer}/register`,
    introspection_endpoint: `${issuer}/introspect`,
    revocation_endpoint: `${issuer}/revoke`,
    response_types_supported: ['code'],
  })
})

test('[MD-07] SHOULD change with the policy', async () => {
  const as = await createTestAuthorizationServer()

  const policy = { ...as.env.policy, pkcePlain: true, issInResponse: false }
  expect(serverMetadata(as.env)).toMatchObject({
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  })
  expect(serverMetadata({ ...as.env, policy })).toMatchObject({
    code_challenge_methods_supported: ['S256', 'plain'],
    authorization_response_iss_parameter_supported: false,
  })
  expect(serverMetadata({ ...as.env, policy: { ...policy, pkce: 'off' } })).not.toHaveProperty(
    'code_challenge_methods_supported',
  )
})

test('[MD-10] MUST NOT list the signature algorithm none', async () => {
  const as = await createTestAuthorizationServer()

  const algorithms = Object.entries(serverMetadata(as.env)).filter(([name]) => name.includes('alg_values'))
  expect(JSON.stringify(algorithms)).not.toContain('none')
})
