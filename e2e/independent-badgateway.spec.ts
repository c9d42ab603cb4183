import { generateCodeVerifier, OAuth2Client } from '@badgateway/oauth2-client'
import { expect, test } from '@playwright/test'
import { aliceApproves, CODE_CLIENT, expectPhotos, labWithOwnClient, type OwnClient, REDIRECT_URI } from './own-client'

/** Finds every endpoint by the metadata. */
function clientOf({ lab, id, secret }: OwnClient): OAuth2Client {
  return new OAuth2Client({
    server: lab.issuer,
    clientId: id,
    clientSecret: secret,
    discoveryEndpoint: `${lab.issuer}/.well-known/openid-configuration`,
  })
}

test('@badgateway/oauth2-client: discovery, code + PKCE, refresh, introspection, revocation', async ({
  page,
  request,
}) => {
  const own = await labWithOwnClient(request, CODE_CLIENT)
  const client = clientOf(own)
  const codeVerifier = await generateCodeVerifier()
  const asked = { redirectUri: REDIRECT_URI, state: 'a-state-of-this-story', codeVerifier }
  const uri = await client.authorizationCode.getAuthorizeUri({ ...asked, scope: ['photos.read'] })
  const first = await client.authorizationCode.getTokenFromCodeRedirect(await aliceApproves(page, uri), asked)
  await expectPhotos(request, own, first.accessToken)

  const second = await client.refreshToken(first)
  expect(second.refreshToken).not.toBe(first.refreshToken)
  await expectPhotos(request, own, second.accessToken)
  expect(await client.introspect(second)).toMatchObject({ active: true, scope: 'photos.read' })
  await client.revoke(second, 'refresh_token')
  await expect(client.refreshToken(second)).rejects.toMatchObject({ oauth2Code: 'invalid_grant' })
})

test('@badgateway/oauth2-client: client credentials', async ({ request }) => {
  const own = await labWithOwnClient(request, { grant_types: ['client_credentials'], scope: 'usage.read' })
  const token = await clientOf(own).clientCredentials({ scope: ['usage.read'] })
  expect(token).toMatchObject({ accessToken: expect.any(String), refreshToken: null })
})

test('@badgateway/oauth2-client: password, under the rules of RFC 6749', async ({ request }) => {
  const metadata = { grant_types: ['password', 'refresh_token'], scope: 'photos.read' }
  const own = await labWithOwnClient(request, metadata, { policy: { preset: 'rfc6749' } })
  const client = clientOf(own)
  const first = await client.password({ username: 'alice', password: 'wonderland', scope: ['photos.read'] })
  await expectPhotos(request, own, first.accessToken)
  await expectPhotos(request, own, (await client.refreshToken(first)).accessToken)
  const wrong = client.password({ username: 'alice', password: 'guess' })
  await expect(wrong).rejects.toMatchObject({ oauth2Code: 'invalid_grant' })
})
