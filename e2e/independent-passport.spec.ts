import { expect, test } from '@playwright/test'
import OAuth2Strategy, { type Incoming } from 'passport-oauth2'
import { aliceApproves, CODE_CLIENT, expectPhotos, labWithOwnClient, REDIRECT_URI } from './own-client'

/** One request through the strategy, as Passport would send it. */
function authenticate(strategy: OAuth2Strategy, request: Incoming): Promise<{ redirect: string } | { user: unknown }> {
  return new Promise((resolve, reject) => {
    const once: OAuth2Strategy = Object.create(strategy)
    once.redirect = (redirect) => resolve({ redirect })
    once.success = (user) => resolve({ user })
    once.fail = (challenge) => reject(new Error(`The strategy refused: ${JSON.stringify(challenge)}`))
    once.error = reject
    once.authenticate(request)
  })
}

test('passport-oauth2: code + PKCE, with its state in the session', async ({ page, request }) => {
  const own = await labWithOwnClient(request, { ...CODE_CLIENT, token_endpoint_auth_method: 'client_secret_post' })
  const strategy = new OAuth2Strategy(
    {
      authorizationURL: `${own.lab.issuer}/authorize`,
      tokenURL: `${own.lab.issuer}/token`,
      clientID: own.id,
      clientSecret: own.secret,
      callbackURL: REDIRECT_URI,
      scope: 'photos.read',
      state: true,
      pkce: true,
    },
    (access, refresh, _profile, done) => done(null, { access, refresh }),
  )
  const session = {}
  const begun = await authenticate(strategy, { query: {}, session })
  if (!('redirect' in begun)) throw new Error('The strategy sent Alice nowhere.')
  const returned = await aliceApproves(page, begun.redirect)
  const query = Object.fromEntries(returned.searchParams)
  const elsewhere = authenticate(strategy, { query, session: {} })
  await expect(elsewhere, 'another browser does not get in with it').rejects.toThrow()

  const done = await authenticate(strategy, { query, session })
  expect(done).toEqual({ user: { access: expect.any(String), refresh: expect.any(String) } })
  if ('user' in done) await expectPhotos(request, own, (done.user as { access: string }).access)
})
