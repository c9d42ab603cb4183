import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { AuthorizationCode, ClientCredentials, ResourceOwnerPassword } from 'simple-oauth2'
import { aliceApproves, CODE_CLIENT, expectPhotos, labWithOwnClient, type OwnClient, REDIRECT_URI } from './own-client'

function settings({ id, secret, host, path }: OwnClient, authorizationMethod: 'header' | 'body' = 'header') {
  const paths = { tokenPath: path('/token'), revokePath: path('/revoke') }
  // The answer to a revocation has no body (RFC 7009, section 2.2), which this client takes only when told.
  const http = { json: true } as const
  return { client: { id, secret }, auth: { tokenHost: host, ...paths }, http, options: { authorizationMethod } }
}

for (const [authorizationMethod, token_endpoint_auth_method] of [
  ['header', 'client_secret_basic'],
  ['body', 'client_secret_post'],
] as const) {
  test(`simple-oauth2, ${authorizationMethod}: code + PKCE, refresh, revocation`, async ({ page, request }) => {
    const own = await labWithOwnClient(request, { ...CODE_CLIENT, token_endpoint_auth_method })
    const { auth, ...rest } = settings(own, authorizationMethod)
    const client = new AuthorizationCode({ ...rest, auth: { ...auth, authorizePath: own.path('/authorize') } })
    const code_verifier = randomBytes(32).toString('base64url')
    const state = randomBytes(16).toString('base64url')
    const returned = await aliceApproves(
      page,
      client.authorizeURL({
        redirect_uri: REDIRECT_URI,
        scope: 'photos.read',
        state,
        code_challenge: createHash('sha256').update(code_verifier).digest('base64url'),
        code_challenge_method: 'S256',
      }),
    )
    expect(returned.searchParams.get('state')).toBe(state)
    const code = returned.searchParams.get('code') ?? ''

    const first = await client.getToken({ code, redirect_uri: REDIRECT_URI, code_verifier })
    expect(first.token).toMatchObject({ scope: 'photos.read' })
    await expectPhotos(request, own, first.token.access_token)
    const second = await first.refresh()
    expect(second.token.refresh_token).not.toBe(first.token.refresh_token)
    await expectPhotos(request, own, second.token.access_token)
    await second.revoke('refresh_token')
    await expect(second.refresh()).rejects.toThrow(/400/)
  })
}

test('simple-oauth2: client credentials', async ({ request }) => {
  const own = await labWithOwnClient(request, { grant_types: ['client_credentials'], scope: 'usage.read' })
  const { token } = await new ClientCredentials(settings(own)).getToken({ scope: 'usage.read' })
  expect(token).toMatchObject({ scope: 'usage.read' })
  expect(token.refresh_token).toBeUndefined()
})

test('simple-oauth2: password, where the rules are those of RFC 6749, and not under today’s', async ({ request }) => {
  const metadata = { grant_types: ['password', 'refresh_token'], scope: 'photos.read' }
  const alice = { username: 'alice', password: 'wonderland', scope: 'photos.read' }
  const then = await labWithOwnClient(request, metadata, { policy: { preset: 'rfc6749' } })
  const tokens = await new ResourceOwnerPassword(settings(then)).getToken(alice)
  await expectPhotos(request, then, tokens.token.access_token)
  await expectPhotos(request, then, (await tokens.refresh()).token.access_token)

  const now = await labWithOwnClient(request, metadata, { policy: { preset: 'bcp' } })
  await expect(new ResourceOwnerPassword(settings(now)).getToken(alice)).rejects.toMatchObject({
    data: { payload: { error: 'unsupported_grant_type' } },
  })
})
