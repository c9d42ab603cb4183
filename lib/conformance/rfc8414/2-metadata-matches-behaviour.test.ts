import { expect, test } from 'vitest'
import { serverMetadata } from '@/lib/authorization-server/endpoints/metadata'
import { basic, CALLBACK, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { outcome, register } from '@/lib/testing/back-channel'
import { CLIENT_KEY } from '@/lib/testing/client-assertion'
import { authorizePath } from '@/lib/testing/front-channel'

test('[MD-06] MUST advertise exactly the grants it accepts', async () => {
  const all = [
    'authorization_code',
    'refresh_token',
    'client_credentials',
    'password',
    'implicit',
    'urn:ietf:params:oauth:grant-type:device_code',
    'urn:ietf:params:oauth:grant-type:token-exchange',
  ]
  const everything = { client_id: 'all', grant_types: all, response_types: ['code'], redirect_uris: [CALLBACK] }
  const as = await createTestAuthorizationServer({ clients: [everything] })
  for (const grant_type of all) {
    const result = await outcome(await as.form('/token', { grant_type }, basic('all')))
    const advertised = serverMetadata(as.env).grant_types_supported
    expect(result === '400 unsupported_grant_type').toBe(
      !(Array.isArray(advertised) && advertised.includes(grant_type)),
    )
  }
})

test('[MD-06] MUST advertise exactly the ways to authenticate it accepts', async () => {
  const as = await createTestAuthorizationServer()

  const all = [
    'client_secret_basic',
    'client_secret_post',
    'none',
    'private_key_jwt',
    'client_secret_jwt',
    'tls_client_auth',
  ]
  const advertised = serverMetadata(as.env).token_endpoint_auth_methods_supported
  for (const token_endpoint_auth_method of all) {
    const response = await register(as, {
      redirect_uris: [CALLBACK],
      token_endpoint_auth_method,
      jwks: { keys: [CLIENT_KEY] },
    })
    const isAdvertised = Array.isArray(advertised) && advertised.includes(token_endpoint_auth_method)
    expect(response.status).toBe(isAdvertised ? 201 : 400)
  }
  for (const client_id of ['web', 'webpost', 'spa']) {
    expect((await as.tokens({ client_id })).token_type).toBe('Bearer')
  }
})

test('[MD-06] MUST advertise exactly the challenge methods it accepts', async () => {
  const as = await createTestAuthorizationServer()

  for (const pkcePlain of [true, false]) {
    as.env.policy = { ...as.env.policy, pkcePlain }
    const response = await as.request(authorizePath({ code_challenge_method: 'plain' }))
    const methods = serverMetadata(as.env).code_challenge_methods_supported
    expect(methods).toEqual(pkcePlain ? ['S256', 'plain'] : ['S256'])
    expect(response.status).toBe(pkcePlain ? 200 : 303)
  }
})
