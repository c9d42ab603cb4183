import { expect, type Page, test } from '@playwright/test'
import * as oidc from 'openid-client'
import { createLab, type Lab } from './lab'
import { aliceApproves, CODE_CLIENT, labWithOwnClient, REDIRECT_URI } from './own-client'

function configure(
  lab: Lab,
  clientId: string,
  metadata: Partial<oidc.ClientMetadata>,
  authentication: oidc.ClientAuth,
) {
  const options = { execute: [oidc.allowInsecureRequests] }
  return oidc.discovery(new URL(lab.issuer), clientId, metadata, authentication, options)
}

const secretOf = (lab: Lab, clientId: string) =>
  lab.clients.find(({ client_id }) => client_id === clientId)?.client_secret ?? ''

test('openid-client: client credentials, with a secret', async ({ request }) => {
  const lab = await createLab(request)
  const secret = secretOf(lab, 'nightly-backup')
  const config = await configure(lab, 'nightly-backup', {}, oidc.ClientSecretBasic(secret))
  const tokens = await oidc.clientCredentialsGrant(config, { scope: 'usage.read' })
  expect(tokens.refresh_token, 'no refresh token: it has its secret').toBeUndefined()
  const usage = new URL(`${lab.resource}/usage`)
  expect((await oidc.fetchProtectedResource(config, tokens.access_token, usage, 'GET')).status).toBe(200)
})

test('openid-client: client credentials, with a key of its own (private_key_jwt)', async ({ request }) => {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const publicJwk = { ...(await crypto.subtle.exportKey('jwk', publicKey)), kid: 'mine', alg: 'ES256', use: 'sig' }
  const client_name = 'Signs for itself'
  const lab = await createLab(request, {
    clients: [
      {
        client_name,
        grant_types: ['client_credentials'],
        response_types: [],
        token_endpoint_auth_method: 'private_key_jwt',
        jwks: { keys: [publicJwk] },
        scope: 'usage.read',
      },
    ],
  })
  const own = lab.clients.find((client) => client.client_name === client_name)
  const authentication = oidc.PrivateKeyJwt({ key: privateKey, kid: 'mine' })
  const config = await configure(lab, own?.client_id ?? '', {}, authentication)
  const tokens = await oidc.clientCredentialsGrant(config, { scope: 'usage.read' })
  expect(tokens.scope ?? 'usage.read').toBe('usage.read')
})

test('openid-client: the device grant, polled until Alice has approved', async ({ page, request }) => {
  const lab = await createLab(request)
  const config = await configure(lab, 'living-room-tv', {}, oidc.None())
  const device = await oidc.initiateDeviceAuthorization(config, { scope: 'photos.read' })
  const polling = oidc.pollDeviceAuthorizationGrant(config, device)
  await approveDevice(page, device.verification_uri_complete ?? device.verification_uri, device.user_code)
  const tokens = await polling
  const photos = new URL(`${lab.resource}/photos`)
  expect((await oidc.fetchProtectedResource(config, tokens.access_token, photos, 'GET')).status).toBe(200)
})

test('openid-client: a pushed request, and a token bound to its key by DPoP', async ({ page, request }) => {
  const policy = { preset: 'bcp', pushedRequests: 'required', senderConstrained: 'dpop' }
  const { lab, id, secret } = await labWithOwnClient(request, CODE_CLIENT, { policy })
  const config = await configure(lab, id, {}, oidc.ClientSecretBasic(secret))
  const DPoP = oidc.getDPoPHandle(config, await oidc.randomDPoPKeyPair('ES256'))
  const verifier = oidc.randomPKCECodeVerifier()
  const parameters = {
    redirect_uri: REDIRECT_URI,
    scope: 'photos.read',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }
  const url = await oidc.buildAuthorizationUrlWithPAR(config, parameters, { DPoP })
  expect([...url.searchParams.keys()].sort(), 'nothing but a reference').toEqual(['client_id', 'request_uri'])
  const callback = await aliceApproves(page, url.href)
  const checks = { pkceCodeVerifier: verifier }
  const tokens = await oidc.authorizationCodeGrant(config, callback, checks, undefined, { DPoP })
  expect(tokens.token_type).toBe('dpop')

  const photos = new URL(`${lab.resource}/photos`)
  const bound = await oidc.fetchProtectedResource(config, tokens.access_token, photos, 'GET', null, undefined, { DPoP })
  expect(bound.status).toBe(200)
  const stolen = await request.get(photos.href, { headers: { authorization: `Bearer ${tokens.access_token}` } })
  expect(stolen.status(), 'useless without its key').toBe(401)
})

/** Alice opens the address on her phone, makes sure of the code, signs in and approves. */
async function approveDevice(page: Page, address: string, userCode: string): Promise<void> {
  await page.goto(address)
  const code = page.getByLabel(/code/i)
  if (await code.isVisible()) {
    await code.fill(userCode)
    await page.getByRole('button').first().click()
  }
  await page.getByLabel(/user ?name/i).fill('alice')
  await page.getByLabel(/password/i).fill('wonderland')
  await page.getByRole('button', { name: /sign in/i }).click()
  await expect(page.locator('body')).toContainText(userCode)
  await page.getByRole('button', { name: /approve|allow/i }).click()
}
