import { describe, expect, test } from 'vitest'
import { CLIENT_ORIGINS, testClient } from '@/lib/testing/client'

const { client: base, issuer, app, attacker } = CLIENT_ORIGINS

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

/** Where a callback that carries no answer sends the browser; a number is the status of what it shows instead. */
async function sentOn(path: string, wish: string, openRedirector = false): Promise<string | number> {
  const client = await testClient({ policy: { openRedirector } })
  const answer = await client.browser().open(`${path}?${new URLSearchParams({ return_to: wish })}`)
  return answer.headers.get('location') ?? answer.status
}

describe.each(['/callback', '/spa/callback'])('%s, which forwards to where the user was', (path) => {
  test('[CL-05] MUST forward to pages of its own only', async () => {
    expect(await sentOn(path, `${base}/photos`)).toBe(`${base}/photos`)
    for (const wish of ['http://evil.test/', '//evil.test', `${base}.evil.test/`, `${app}/`, `${attacker}/answer`]) {
      expect(await sentOn(path, wish), wish).toBe(400)
    }
  })

  test('the learner sees it forward to anybody of this lab, and to nobody else', async () => {
    expect(await sentOn(path, `${attacker}/answer`, true)).toBe(`${attacker}/answer`)
    expect(await sentOn(path, 'http://evil.test/', true)).toBe(400)
  })
})

test('an answer that arrives is judged, whatever return_to says', async () => {
  const client = await testClient({ policy: { openRedirector: true } })
  const answer = await client.browser().open(`/callback?code=code-1&return_to=${encodeURIComponent(`${attacker}/`)}`)
  expect(answer.status).toBe(400)
})
