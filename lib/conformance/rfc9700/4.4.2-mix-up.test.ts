import { expect, test } from 'vitest'
import { CLIENT_ORIGINS, testClient } from '@/lib/testing/client'

test.each([
  ['of another server', 'http://localhost:3001/mallory'],
  ['with a slash more', `${CLIENT_ORIGINS.issuer}/`],
  ['in capitals', CLIENT_ORIGINS.issuer.toUpperCase()],
  ['left out', undefined],
])('[CL-02] MUST refuse an answer whose issuer is %s', async (_case, iss) => {
  const client = await testClient()
  const browser = client.browser()
  const state = (await browser.login()).searchParams.get('state')
  expect((await browser.callback({ code: 'code-1', state, iss })).status).toBe(400)
  expect(client.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('callback.issuer')
})
