import { expect, test } from 'vitest'
import { pageName, testBrowser } from '@/lib/testing/front-channel'
import { createOpenIdProvider } from '@/lib/testing/openid'

test.each([
  ['display', 'popup'],
  ['ui_locales', 'fr-CA fr en'],
  ['claims_locales', 'de'],
  ['acr_values', 'urn:mace:incommon:iap:silver'],
  ['login_hint', 'alice'],
])('[OID-20] SHOULD take %s=%s without an error', async (name, value) => {
  const page = await testBrowser(await createOpenIdProvider()).authorize({ scope: 'openid', [name]: value })
  expect(page.status).toBe(200)
  expect(await pageName(page)).toBe('login')
})

test('[OID-20] SHOULD fill in the name that login_hint gives, escaped', async () => {
  const browser = testBrowser(await createOpenIdProvider())
  const page = await browser.authorize({ scope: 'openid', login_hint: 'al"><script>ice' })
  expect(await page.text()).toContain('name="username" value="al&quot;&gt;&lt;script&gt;ice"')
})
