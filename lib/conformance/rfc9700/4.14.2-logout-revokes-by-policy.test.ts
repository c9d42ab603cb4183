import { expect, test } from 'vitest'
import type { AuthorizationServerPolicy } from '@/lib/authorization-server/policy'
import { basic, CALLBACK, createTestAuthorizationServer, VERIFIER } from '@/lib/testing/authorization-server'
import { outcome, refresh } from '@/lib/testing/back-channel'
import { testBrowser } from '@/lib/testing/front-channel'

/** Alice lets an app in, and then signs out at the authorization server. */
async function signOut(policy: Partial<AuthorizationServerPolicy>) {
  const as = await createTestAuthorizationServer({ policy })
  const browser = testBrowser(as)
  const earlier = await as.tokens()
  as.clock.advance(60)
  const code = (await browser.grant()).searchParams.get('code') ?? ''
  const request = { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, code_verifier: VERIFIER }
  const tokens = await (await as.form('/token', request, basic('web'))).json()
  const page = await (await browser.get('/logout')).text()
  const token = /name="token" value="([^"]*)"/.exec(page)?.[1] ?? ''
  expect((await browser.post('/logout', [['token', token]])).status).toBe(200)
  return { as, page, tokens, earlier }
}

test('[RT-11] SHOULD revoke at logout, where the policy says so, what was granted while signed in', async () => {
  const { as, page, tokens, earlier } = await signOut({ revokeOnLogout: true })
  expect(await outcome(await refresh(as, tokens.refresh_token))).toBe('400 invalid_grant')
  expect((await refresh(as, earlier.refresh_token)).status).toBe(200)
  const grants = (await as.store.dump()).grants
  expect(grants.map((grant) => grant.revoked_because)).toContain('user signed out')
  expect(page).toContain('lose their access')
})

test('where the policy does not, apps keep their access and the page says so', async () => {
  const { as, page, tokens } = await signOut({ revokeOnLogout: false })
  expect((await refresh(as, tokens.refresh_token)).status).toBe(200)
  expect(page).toContain('keep their access')
})
