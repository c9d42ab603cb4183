import { expect, test } from 'vitest'
import { CLIENT_ORIGINS, testClient } from '@/lib/testing/client'

test.each([
  ['the issuer it asked', CLIENT_ORIGINS.issuer, true],
  ['none', null, false],
  ['another', 'https://evil.test', false],
  ['one that only looks the same', `${CLIENT_ORIGINS.issuer}/`, false],
])('[IS-02] MUST compare iss before using the code: %s', async (_, iss, fits) => {
  const client = await testClient()
  for (const answer of [{ code: 'code-1' }, { error: 'access_denied' }]) {
    const before = client.sent.length
    const browser = client.browser()
    const state = (await browser.login()).searchParams.get('state')
    const response = await browser.callback({ ...answer, state, iss })
    const isError = 'error' in answer
    expect(client.sent.slice(before).some(({ url }) => url.endsWith('/token'))).toBe(fits && !isError)
    if (!fits) expect(response.status).toBe(400)
    if (fits && isError) expect(response.status).toBe(200)
  }
})
