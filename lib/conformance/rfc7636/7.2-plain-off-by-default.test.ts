import { expect, test } from 'vitest'
import { serverMetadata } from '@/lib/authorization-server/endpoints/metadata'
import { basic, createTestAuthorizationServer, VERIFIER } from '@/lib/testing/authorization-server'
import { codeRequest } from '@/lib/testing/back-channel'
import { authorizePath, locationOf } from '@/lib/testing/front-channel'

test('[PK-07] SHOULD NOT offer plain by default', async () => {
  const as = await createTestAuthorizationServer()

  expect(serverMetadata(as.env).code_challenge_methods_supported).toEqual(['S256'])
  const response = await as.request(authorizePath({ code_challenge: VERIFIER, code_challenge_method: 'plain' }))
  expect(new URL(locationOf(response)).searchParams.get('error')).toBe('invalid_request')
})

test('[PK-08] MUST support S256 in every preset that has PKCE', async () => {
  const as = await createTestAuthorizationServer()

  for (const pkce of ['optional', 'required'] as const) {
    const policy = { ...as.env.policy, pkce }
    expect(serverMetadata({ ...as.env, policy }).code_challenge_methods_supported).toContain('S256')
  }
  expect((await as.form('/token', await codeRequest(as), basic('web'))).status).toBe(200)
})

test('[PK-11] MUST advertise its challenge methods', async () => {
  const as = await createTestAuthorizationServer()

  expect(serverMetadata(as.env)).toHaveProperty('code_challenge_methods_supported')
})
