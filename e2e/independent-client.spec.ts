import { expect, test } from '@playwright/test'
import * as oidc from 'openid-client'
import { createLab } from './lab'

/** Where somebody's own application would listen; nothing does: the browser is stopped before it gets there. */
const REDIRECT_URI = 'http://localhost:9/cb'

test('openid-client: discovery, code + PKCE, refresh, introspection, revocation', async ({ page, request }) => {
  const lab = await createLab(request, {
    clients: [
      {
        client_name: 'Somebody’s own client',
        redirect_uris: [REDIRECT_URI],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        scope: 'photos.read photos.write',
      },
    ],
  })
  const own = lab.clients.find((client) => client.redirect_uris.includes(REDIRECT_URI))
  if (!own) throw new Error('The lab did not register the client.')
  const config = await oidc.discovery(
    new URL(lab.issuer),
    own.client_id,
    undefined,
    oidc.ClientSecretBasic(own.client_secret),
    {
      execute: [oidc.allowInsecureRequests],
      algorithm: 'oauth2',
    },
  )
  expect(config.serverMetadata().issuer).toBe(lab.issuer)

  const verifier = oidc.randomPKCECodeVerifier()
  const state = oidc.randomState()
  const authorizationUrl = oidc.buildAuthorizationUrl(config, {
    redirect_uri: REDIRECT_URI,
    scope: 'photos.read photos.write',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
  })
  const returned = page.waitForRequest((sent) => sent.url().startsWith(REDIRECT_URI))
  await page.goto(authorizationUrl.href)
  await page.getByLabel(/user ?name/i).fill('alice')
  await page.getByLabel(/password/i).fill('wonderland')
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.getByRole('button', { name: /approve|allow/i }).click()
  const callback = new URL((await returned).url())

  const checks = { pkceCodeVerifier: verifier, expectedState: state }
  const tokens = await oidc.authorizationCodeGrant(config, callback, checks)
  expect(tokens.token_type).toBe('bearer')
  await expect(oidc.authorizationCodeGrant(config, callback, checks), 'a code works once').rejects.toThrow()
})

test('openid-client: refresh with rotation, introspection and revocation', async ({ page, request }) => {
  const lab = await createLab(request, {
    clients: [
      {
        client_name: 'Refresher',
        redirect_uris: [REDIRECT_URI],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
        scope: 'photos.read',
      },
    ],
  })
  const own = lab.clients.find((client) => client.redirect_uris.includes(REDIRECT_URI))
  if (!own) throw new Error('The lab did not register the client.')
  const config = await oidc.discovery(
    new URL(lab.issuer),
    own.client_id,
    undefined,
    oidc.ClientSecretPost(own.client_secret),
    { execute: [oidc.allowInsecureRequests], algorithm: 'oauth2' },
  )
  const verifier = oidc.randomPKCECodeVerifier()
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: REDIRECT_URI,
    scope: 'photos.read',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  const returned = page.waitForRequest((sent) => sent.url().startsWith(REDIRECT_URI))
  await page.goto(url.href)
  await page.getByLabel(/user ?name/i).fill('bob')
  await page.getByLabel(/password/i).fill('builder')
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.getByRole('button', { name: /approve|allow/i }).click()
  const first = await oidc.authorizationCodeGrant(config, new URL((await returned).url()), {
    pkceCodeVerifier: verifier,
  })
  if (!first.refresh_token) throw new Error('No refresh token was issued.')

  const second = await oidc.refreshTokenGrant(config, first.refresh_token)
  expect(second.refresh_token).toBeDefined()
  expect(second.refresh_token).not.toBe(first.refresh_token)
  expect(await oidc.tokenIntrospection(config, second.access_token)).toMatchObject({
    active: true,
    scope: 'photos.read',
  })

  const photos = await oidc.fetchProtectedResource(
    config,
    second.access_token,
    new URL(`${lab.resource}/photos`),
    'GET',
  )
  expect(photos.status).toBe(200)

  await oidc.tokenRevocation(config, second.refresh_token ?? '')
  expect((await oidc.tokenIntrospection(config, second.access_token)).active).toBe(false)
  await expect(oidc.refreshTokenGrant(config, second.refresh_token ?? '')).rejects.toMatchObject({
    error: 'invalid_grant',
  })
})

for (const algorithm of ['RS256', 'ES256']) {
  test(`openid-client: a login with nonce, ID token signed with ${algorithm}, and UserInfo`, async ({
    page,
    request,
  }) => {
    const lab = await createLab(request, {
      clients: [
        {
          client_name: 'Somebody’s login',
          redirect_uris: [REDIRECT_URI],
          grant_types: ['authorization_code', 'refresh_token'],
          response_types: ['code'],
          scope: 'openid profile email photos.read',
          ...(algorithm === 'ES256' && { id_token_signed_response_alg: algorithm }),
        },
      ],
    })
    const own = lab.clients.find((client) => client.redirect_uris.includes(REDIRECT_URI))
    if (!own) throw new Error('The lab did not register the client.')
    const config = await oidc.discovery(
      new URL(lab.issuer),
      own.client_id,
      { id_token_signed_response_alg: algorithm },
      oidc.ClientSecretBasic(own.client_secret),
      { execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks] },
    )
    const verifier = oidc.randomPKCECodeVerifier()
    const nonce = oidc.randomNonce()
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: REDIRECT_URI,
      scope: 'openid profile email',
      nonce,
      max_age: '600',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    const returned = page.waitForRequest((sent) => sent.url().startsWith(REDIRECT_URI))
    await page.goto(url.href)
    await page.getByLabel(/user ?name/i).fill('alice')
    await page.getByLabel(/password/i).fill('wonderland')
    await page.getByRole('button', { name: /sign in/i }).click()
    await page.getByRole('button', { name: /approve|allow/i }).click()
    const tokens = await oidc.authorizationCodeGrant(config, new URL((await returned).url()), {
      pkceCodeVerifier: verifier,
      expectedNonce: nonce,
      maxAge: 600,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    expect(claims).toMatchObject({ iss: lab.issuer, sub: 'alice', aud: own.client_id, nonce, name: 'Alice Liddell' })
    expect(await oidc.fetchUserInfo(config, tokens.access_token, claims?.sub ?? '')).toMatchObject({
      sub: 'alice',
      email: 'alice@wonderland.example',
    })
    const renewed = await oidc.refreshTokenGrant(config, tokens.refresh_token ?? '')
    expect(renewed.claims()).toMatchObject({ sub: 'alice', auth_time: claims?.auth_time })
  })
}
