import { expect, test } from 'vitest'
import { pageName, testBrowser } from '@/lib/testing/front-channel'
import { createOpenIdProvider, logIn } from '@/lib/testing/openid'

test('[OID-15] MUST ignore offline_access unless the user is asked for it', async () => {
  const as = await createOpenIdProvider()
  const page = await testBrowser(as).authorize({ scope: 'openid offline_access' })
  expect(await pageName(page)).toBe('login')
  expect((await logIn(as, { scope: 'openid offline_access' })).scope).toBe('openid')
})

test('[OID-15] MUST ask for it with prompt=consent, and grant it when she agrees', async () => {
  const as = await createOpenIdProvider()
  const browser = testBrowser(as)
  const wanted = { scope: 'openid offline_access', prompt: 'consent' }
  expect(await logIn(as, wanted, browser)).toMatchObject({
    scope: 'openid offline_access',
    refresh_token: expect.any(String),
  })
  const page = await browser.authorize(wanted)
  expect(await pageName(page)).toBe('consent')
  expect(await page.text()).toContain('Keep its access while you are away')
})
