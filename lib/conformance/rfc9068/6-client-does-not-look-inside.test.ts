import { expect, test } from 'vitest'
import { CLIENT_ORIGINS, pageName, testClient, tokenResponse } from '@/lib/testing/client'

test.each(['opaque', 'a.b.c', 'eyJhbGciOiJub25lIn0.e30.'])(
  '[AT-09] SHOULD treat an access token as opaque: the client works the same with "%s"',
  async (access_token) => {
    const answers = { [`POST ${CLIENT_ORIGINS.issuer}/token`]: () => tokenResponse({ access_token }) }
    const client = await testClient({ answers })
    const browser = client.browser()
    await browser.connect()
    expect(pageName(await (await browser.open('/photos')).text())).toBe('photos')
    expect(client.sent.at(-1)?.headers.get('authorization')).toBe(`Bearer ${access_token}`)
  },
)
