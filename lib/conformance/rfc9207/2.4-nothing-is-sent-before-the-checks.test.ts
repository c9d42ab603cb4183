import { expect, test } from 'vitest'
import { CLIENT_ORIGINS, testClient } from '@/lib/testing/client'

const iss = CLIENT_ORIGINS.issuer

test.each([
  ['a wrong state', '?code=code-1&state=wrong&iss=ISS'],
  ['a wrong issuer', '?code=code-1&state=STATE&iss=http://evil.test'],
  ['no issuer', '?code=code-1&state=STATE'],
  ['no code', '?state=STATE&iss=ISS'],
  ['two codes', '?code=code-1&code=code-2&state=STATE&iss=ISS'],
  ['two states', '?code=code-1&state=STATE&state=STATE&iss=ISS'],
  ['an error', '?error=server_error&state=STATE&iss=ISS'],
  ['an error beside a code', '?error=server_error&code=code-1&state=STATE&iss=ISS'],
])('[CL-03] MUST send nothing anywhere on an answer with %s', async (_case, query) => {
  const client = await testClient()
  const browser = client.browser()
  const state = (await browser.login()).searchParams.get('state') ?? ''
  await browser.open(`/callback${query.replaceAll('STATE', state).replace('ISS', iss)}`)
  expect(client.sent).toEqual([])
  expect((await client.store.dump()).tokens).toEqual([])
})
