import { expect, test } from 'vitest'
import { CLIENT_ORIGINS, pageName, testClient } from '@/lib/testing/client'

const iss = CLIENT_ORIGINS.issuer
const PROBE = '<img src=x onerror=alert(1)>"\'&'

test.each([
  ['state', { state: 'wrong', iss }],
  ['issuer', { iss: 'http://evil.test' }],
])('[CL-04] MUST check the %s of an error response before showing it', async (_case, changes) => {
  const client = await testClient()
  const browser = client.browser()
  const state = (await browser.login()).searchParams.get('state')
  const answer = await browser.callback({
    error: 'access_denied',
    error_description: 'planted text',
    state,
    ...changes,
  })
  expect(answer.status).toBe(400)
  expect(await answer.text()).not.toContain('planted text')
})

test.each(['error', 'error_description'])('[CL-04] MUST not render %s raw', async (parameter) => {
  const client = await testClient()
  const browser = client.browser()
  const state = (await browser.login()).searchParams.get('state')
  const answer = await browser.callback({ error: 'server_error', state, iss, [parameter]: PROBE })
  const html = await answer.text()
  expect(pageName(html)).toBe('error')
  expect(html).not.toContain('<img')
  expect(html).toContain('&#60;img src=x onerror=alert(1)&#62;&#34;&#39;&#38;')
  expect(html).toContain(`href="${CLIENT_ORIGINS.client}/login"`)
})

test('[CL-04] MUST not let a text of any length take over the page', async () => {
  const client = await testClient()
  const browser = client.browser()
  const state = (await browser.login()).searchParams.get('state')
  const answer = await browser.callback({ error: 'x', error_description: 'y'.repeat(5000), state, iss })
  expect(await answer.text()).not.toContain('y'.repeat(201))
})

test('[CL-04] MUST not render what the token endpoint says raw', async () => {
  const refusal = () => Response.json({ error: 'invalid_grant', error_description: PROBE }, { status: 400 })
  const client = await testClient({ answers: { [`POST ${iss}/token`]: refusal } })
  expect(await (await client.browser().connect()).text()).not.toContain('<img')
})

test('[CL-04] MUST not render the titles of photos raw', async () => {
  const photo = { id: '1', title: PROBE, size: '1x1', bytes: 1 }
  const photos = () => Response.json({ owner: PROBE, photos: [photo] })
  const client = await testClient({ answers: { [`GET ${CLIENT_ORIGINS.resource}/photos`]: photos } })
  const browser = client.browser()
  await browser.connect()
  const html = await (await browser.open('/photos')).text()
  expect(pageName(html)).toBe('photos')
  expect(html).not.toContain('<img')
})
