import { expect, test } from 'vitest'
import { serverMetadata } from '@/lib/authorization-server/endpoints/metadata'
import { RESPONSE_TYPES } from '@/lib/authorization-server/response-types'
import { PRESETS } from '@/lib/oauth/policy'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { answerOf, authorizePath, testBrowser } from '@/lib/testing/front-channel'

const client = {
  client_id: 'implicit-app',
  token_endpoint_auth_method: 'none',
  grant_types: ['implicit'],
  response_types: ['token'],
  redirect_uris: [`${TEST_ORIGINS.client}/spa/callback`],
}
const request = {
  response_type: 'token',
  client_id: 'implicit-app',
  redirect_uri: client.redirect_uris[0] ?? '',
  code_challenge: null,
  code_challenge_method: null,
}
const server = (preset: (typeof PRESETS)[number], checksOff: string[] = []) =>
  createTestAuthorizationServer({ preset, checksOff, clients: [client] })

test.each(['bcp', 'oauth21'] as const)(
  '[IM-04] MUST refuse response_type=token under %s, with the reason',
  async (preset) => {
    const as = await server(preset)
    const answer = answerOf(await as.request(authorizePath(request)))
    expect(answer.get('error')).toBe('unsupported_response_type')
    expect(answer.get('error_description')).toContain('response_type=code')
    expect(answer.get('state')).toBe('xyz')
    expect(as.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('no-token-in-redirect')
    const mixed = answerOf(await as.request(authorizePath({ ...request, response_type: 'code token' })))
    expect(mixed.get('error')).toBe('unsupported_response_type')
  },
)

test('[IM-04] MUST advertise the grant exactly where it is answered', async () => {
  for (const preset of PRESETS) {
    const as = await server(preset)
    const { response_types_supported, grant_types_supported } = serverMetadata(as.env)
    const offered = as.env.policy.implicit ? RESPONSE_TYPES.map(({ name }) => name) : ['code']
    expect(response_types_supported, preset).toEqual(offered)
    expect(Array.isArray(grant_types_supported) && grant_types_supported.includes('implicit'), preset).toBe(
      as.env.policy.implicit,
    )
  }
})

test('a lab that switches the check off gets the token, even where PKCE is required of codes', async () => {
  const as = await server('bcp', ['no-token-in-redirect'])
  const { hash } = await testBrowser(as).grant(request)
  expect(hash).toContain('access_token=')
  expect(serverMetadata(as.env).response_types_supported).toContain('token')
})
