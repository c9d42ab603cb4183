import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { authorizePath, locationOf, testBrowser } from '@/lib/testing/front-channel'

async function everyPage(policy = {}) {
  const server = await createTestAuthorizationServer({ policy })
  const browser = testBrowser(server)
  const login = await browser.authorize()
  const consent = await browser.get(locationOf(await browser.login(login)))
  const logout = await browser.get('/logout')
  const signedOut = await server.request('/logout')
  const error = await server.request(authorizePath({ client_id: null }))
  return { login, consent, logout, signedOut, error }
}

test('[GEN-23] SHOULD forbid framing, sniffing, scripts and Referer on every page', async () => {
  for (const { headers } of Object.values(await everyPage())) {
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/)
    expect(headers.get('content-security-policy')).not.toContain('script-src')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test('[GEN-23] SHOULD send no Referer on the redirect that carries the code', async () => {
  const browser = testBrowser(await createTestAuthorizationServer())
  await browser.grant()
  expect((await browser.authorize()).headers.get('referrer-policy')).toBe('no-referrer')
})

test('[AUT-22] MUST NOT let the authorization endpoint be framed', async () => {
  const { login } = await everyPage()
  expect(login.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(login.headers.get('x-frame-options')).toBe('DENY')
})

test('forms may lead to this server and to the client, and nowhere else', async () => {
  const { login, consent, logout } = await everyPage()
  for (const page of [login, consent]) {
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self' http://localhost:3003;")
  }
  expect(logout.headers.get('content-security-policy')).toContain("form-action 'self';")
})

test('the learner can frame the pages, and read their Referer, where the policy allows it', async () => {
  for (const { headers } of Object.values(await everyPage({ denyFraming: false, noReferrer: false }))) {
    expect(headers.get('content-security-policy')).not.toContain('frame-ancestors')
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('referrer-policy')).toBeNull()
  }
})

test('the cookies of sign-in stay at home when another site frames, but where the policy sends them along', async () => {
  for (const [cookiesAcrossSites, sameSite] of [[false, 'Lax'] as const, [true, 'None'] as const]) {
    const { login } = await everyPage({ cookiesAcrossSites })
    expect(login.headers.getSetCookie()).toHaveLength(1)
    expect(login.headers.getSetCookie()[0]).toMatch(new RegExp(`; Secure; SameSite=${sameSite}$`))
  }
})
