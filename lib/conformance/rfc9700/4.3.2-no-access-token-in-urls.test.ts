import { expect, test } from 'vitest'
import { testClient } from '@/lib/testing/client'

test.each(['permissive', 'rfc6749', 'bcp'] as const)(
  '[CL-07] MUST never put a token into a URL (%s)',
  async (preset) => {
    const client = await testClient({ preset })
    const browser = client.browser()
    const answers = [await browser.open('/login'), await browser.connect(), await browser.open('/photos')]
    answers.push(await browser.open('/logout', 'POST'))
    const urls = [...client.sent.map(({ url }) => url), ...answers.map(({ headers }) => headers.get('location') ?? '')]
    expect(client.sent.length).toBeGreaterThanOrEqual(3)
    for (const url of urls) expect(url).not.toMatch(/access-\d|refresh-\d|access_token/)
  },
)
