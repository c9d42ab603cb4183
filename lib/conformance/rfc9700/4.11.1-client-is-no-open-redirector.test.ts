import { expect, test } from 'vitest'
import { CLIENT_ORIGINS, testClient } from '@/lib/testing/client'

const { client: base, issuer, app } = CLIENT_ORIGINS

async function returnedTo(wish: string, openRedirector = false): Promise<string | number> {
  const client = await testClient({ policy: { openRedirector } })
  const browser = client.browser()
  const begun = await browser.open(`/login?${new URLSearchParams({ return_to: wish })}`)
  if (begun.status !== 303) return begun.status
  const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state')
  const answer = await browser.callback({ code: 'code-1', state, iss: issuer })
  return answer.headers.get('location') ?? answer.status
}

test.each([
  [`${base}/photos?page=2`, `${base}/photos?page=2`],
  ['photos', `${base}/photos`],
  ['http:evil.test', `${base}/evil.test`],
])('[CL-05] MUST return only to pages of its own, such as %s', async (wish, expected) => {
  expect(await returnedTo(wish)).toBe(expected)
})

test.each([
  'http://evil.test/',
  '//evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  'https:evil.test',
  'https://localhost:3003/client/test/photos',
  'http://localhost:3003.evil.test/client/test/photos',
  'http://localhost:3003@evil.test/client/test/photos',
  `${base}.evil.test/`,
  `${base}-of-mallory/photos`,
  `${base}/../mallory/photos`,
  `${base}/%2e%2e/mallory/photos`,
  '/client/mallory/photos',
  'javascript:alert(1)',
  'data:text/html,hello',
  '\thttp://evil.test',
  'ht\ntp://evil.test',
  `${app}/`,
  'http://[',
])('[CL-05] MUST not return to %j', async (wish) => {
  expect(await returnedTo(wish)).toBe(400)
})

test('[CL-05] MUST not even begin a login whose return is refused', async () => {
  const client = await testClient()
  await client.browser().open('/login?return_to=http://evil.test/')
  expect((await client.store.dump()).sessions).toEqual([])
})

test('the learner sees an open redirector, which still does not lead out of the lab', async () => {
  expect(await returnedTo(`${app}/flows`, true)).toBe(`${app}/flows`)
  expect(await returnedTo('http://evil.test/', true)).toBe(400)
  expect(await returnedTo('javascript:alert(1)', true)).toBe(400)
})
