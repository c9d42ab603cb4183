import { expect, test } from 'vitest'
import { CLIENT_ORIGINS, pageName, testClient, tokenResponse } from '@/lib/testing/client'

test('[TOK-10] MUST take token_type in any letter case, and refuse a type the client does not know', async () => {
  for (const [token_type, isKnown] of [
    ['bearer', true],
    ['BEARER', true],
    ['Bearer', true],
    ['mac', false],
  ] as const) {
    const answers = { [`POST ${CLIENT_ORIGINS.issuer}/token`]: () => tokenResponse({ token_type }) }
    const client = await testClient({ answers })
    const browser = client.browser()
    await browser.connect()
    expect((await client.store.dump()).tokens).toHaveLength(isKnown ? 1 : 0)
    const page = pageName(await (await browser.open('/photos')).text())
    expect(page === 'photos').toBe(isKnown)
  }
})
