import { expect, test } from 'vitest'
import { decodeJwt } from '@/lib/oauth/jwt'
import { basic, CALLBACK, createTestAuthorizationServer, VERIFIER } from '@/lib/testing/authorization-server'

test('a code becomes tokens, and every check says what it saw', async () => {
  const as = await createTestAuthorizationServer()
  const code = await as.seedCode()
  const parameters = { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, code_verifier: VERIFIER }
  const response = await as.form('/token', parameters, basic('web'))
  expect(response.status).toBe(200)
  const body = await response.json()
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope: 'photos.read' })
  expect(decodeJwt(body.access_token)?.payload).toMatchObject({ sub: 'alice', client_id: 'web' })
  expect(as.checks().map(({ id, verdict, saw }) => `${id}: ${verdict}, ${saw}`)).toMatchInlineSnapshot(`
    [
      "form-body: passed, 4 parameters in the body",
      "form-parameters-once: passed, 4 parameters, each once",
      "credentials-not-in-uri: passed, no credentials in the URL",
      "one-authentication-mechanism: passed, Authorization header",
      "authorization-header-readable: passed, Basic, for web",
      "client-id-sent: passed, client_id = web",
      "secret-guesses-limited: passed, 0 failed so far, of 5",
      "client-known: passed, web is registered as Web",
      "client-method-registered: passed, client_secret_basic = client_secret_basic",
      "client-secret-matches: passed, SHA256(secret) = registered: dh_tnb…ANaM = dh_tnb…ANaM",
      "grant-type-sent: passed, grant_type = authorization_code",
      "grant-type-supported: passed, authorization_code is offered",
      "grant-type-registered: passed, web is registered for authorization_code, refresh_token",
      "dpop.proof-sent: passed, none: this client may have bearer tokens",
      "code-sent: passed, code = code-1",
      "code-known: passed, found by its key, made for web",
      "code-bound-to-client: passed, made for web = web",
      "code-redirect-uri-repeated: passed, http://localhost:3003/client/test/callback = http://localhost:3003/client/test/callback",
      "code-bound-to-key: passed, the authorization request named no key",
      "verifier-sent: passed, 43 characters",
      "verifier-well-formed: passed, 43 characters",
      "verifier-matches: passed, S256(verifier) = challenge: E9Melh…w-cM = E9Melh…w-cM",
      "code-unexpired: passed, expires in 60 s",
      "user-enabled: passed, alice, disabled_at = null",
      "resource-granted: passed, not sent: http://localhost:3002/test",
      "token-scope-consented: passed, scope not sent: photos.read, as agreed to",
      "grant-stands: passed, revoked_at = null",
      "code-unused: passed, used_at = null, and is set from now on",
    ]
  `)
  expect(as.reports.filter((one) => one.type === 'secret').map((one) => one.secret.kind)).toEqual([
    'access_token',
    'refresh_token',
  ])
})
