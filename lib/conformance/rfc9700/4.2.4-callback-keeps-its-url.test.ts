import { expect, test } from 'vitest'
import { CLIENT_ORIGINS, testClient } from '@/lib/testing/client'

test.each([true, false])(
  '[CL-06] SHOULD send the browser away from the URL with the code (stepped: %s)',
  async (stepped) => {
    const answer = await (await testClient({ stepped })).browser().connect()
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`${CLIENT_ORIGINS.client}/photos`)
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  },
)

test('[CL-06] SHOULD send no Referer from an error page at the callback either', async () => {
  const answer = await (await testClient()).browser().callback({ code: 'code-1', state: 'wrong' })
  expect(answer.status).toBe(400)
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
})

test('[CL-06] SHOULD have nothing from anywhere else on its pages', async () => {
  const client = await testClient()
  const browser = client.browser()
  await browser.connect()
  for (const path of ['/', '/photos', '/callback?code=x']) {
    const page = await browser.open(path)
    const html = await page.text()
    expect(html).not.toMatch(/<(script|img|iframe|link)\b/)
    for (const [, url] of html.matchAll(/(?:href|src|action)="([^"]*)"/g)) expect(url).toContain(CLIENT_ORIGINS.client)
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe-inline')
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test('the style of a page is the one its content security policy names', async () => {
  const page = await (await testClient()).browser().open('/')
  const style = /<style>([\s\S]*)<\/style>/.exec(await page.text())?.[1] ?? ''
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
  const source = Buffer.from(digest).toString('base64')
  expect(page.headers.get('content-security-policy')).toContain(`'sha256-${source}'`)
})

test('the learner sees a careless callback that stays where the code is', async () => {
  const answer = await (await testClient({ policy: { leaveCallback: false } })).browser().connect()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('referrer-policy')).not.toBe('no-referrer')
})

test.each(['/', '/spa/'])(
  'the learner sees an application whose page %s shows a picture of another site',
  async (path) => {
    const page = await (await testClient({ policy: { advertising: true } })).browser().open(path)
    expect(page.status).toBe(200)
    const html = await page.text()
    const sources = [...html.matchAll(/<img src="([^"]*)"/g)].map(([, src]) => src)
    expect(sources).toEqual([`${CLIENT_ORIGINS.attacker}/advertisement.svg`])
    const allowed = `img-src ${new URL(CLIENT_ORIGINS.attacker).origin};`
    expect(page.headers.get('content-security-policy')).toContain(allowed)
  },
)
