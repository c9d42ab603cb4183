import { expect, test } from 'vitest'
import { CLIENT_ORIGINS, pageName, testClient, tokenResponse } from '@/lib/testing/client'

const TOKEN = `POST ${CLIENT_ORIGINS.issuer}/token`
const refusal = (error: string) => () => Response.json({ error }, { status: 400 })

/** A television that shows its code, and whose server answers polls as the queue says; `null`: not at all. */
async function television(...queue: (() => Response | null)[]) {
  const client = await testClient({
    answers: {
      [TOKEN]: () => {
        const answer = (queue.length > 1 ? queue.shift() : queue[0])?.()
        if (!answer) throw new TypeError('fetch failed')
        return answer
      },
    },
  })
  const browser = client.browser()
  await browser.open('/tv/start', 'POST')
  /** Seconds later, the page loads itself again. */
  const look = async (seconds = 0) => {
    client.advance(seconds)
    return browser.open('/tv/')
  }
  const device = async () => (await client.store.dump()).devices[0]
  const polls = () => client.sent.filter(({ body }) => body.includes('device_code=device-1')).length
  return { ...client, look, device, polls }
}

test('[DV-15] SHOULD wait for the interval, 5 seconds where the server does not say', async () => {
  const tv = await television(refusal('authorization_pending'))
  const page = await tv.look()
  expect(pageName(await page.clone().text())).toBe('code')
  expect(await page.text()).toContain('WDJB-MJHT')
  expect(page.headers.get('refresh')).toBe('5')
  await tv.look(4)
  expect(tv.polls()).toBe(1)
  await tv.look(1)
  expect(tv.polls()).toBe(2)
})

test('[DV-15] SHOULD wait five seconds longer after each slow_down', async () => {
  const tv = await television(refusal('slow_down'), refusal('slow_down'), refusal('authorization_pending'))
  await tv.look()
  expect((await tv.look(9)).headers.get('refresh')).toBe('1')
  expect(tv.polls()).toBe(1)
  await tv.look(1)
  expect((await tv.device())?.interval).toBe(15)
  await tv.look(15)
  expect(tv.polls()).toBe(3)
  expect((await tv.device())?.interval).toBe(15)
})

test.each([
  ['access_denied', 'denied'],
  ['expired_token', 'expired'],
  ['invalid_grant', 'refused'],
  ['invalid_client', 'refused'],
  ['made_up_error', 'refused'],
])('[DV-15] SHOULD stop asking after %s', async (error, status) => {
  const tv = await television(refusal(error))
  expect(pageName(await (await tv.look()).text())).toBe('error')
  expect((await tv.device())?.status).toBe(status)
  const page = await tv.look(600)
  expect(tv.polls()).toBe(1)
  expect(page.headers.has('refresh')).toBe(false)
})

test('[DV-15] SHOULD stop asking when the server breaks, and when it answers something that is no token', async () => {
  for (const answer of [() => new Response('oops', { status: 500 }), () => Response.json({ token: 'none' })]) {
    const tv = await television(answer)
    await tv.look()
    await tv.look(600)
    expect(tv.polls()).toBe(1)
    expect((await tv.store.dump()).tokens).toEqual([])
  }
})

test('[DV-15] SHOULD ask half as often each time no answer comes', async () => {
  const tv = await television(() => null)
  const intervals: (number | undefined)[] = []
  for (const seconds of [0, 10, 20, 40]) {
    await tv.look(seconds)
    intervals.push((await tv.device())?.interval)
  }
  expect(intervals).toEqual([10, 20, 40, 80])
  expect(tv.polls()).toBe(4)
})

test('shows the photos as soon as there are tokens, and keeps its session apart from the photo editor', async () => {
  const tv = await television(refusal('authorization_pending'), () => tokenResponse())
  await tv.look()
  const page = await tv.look(5)
  expect(pageName(await page.text())).toBe('photos')
  const dump = await tv.store.dump()
  expect(dump.devices).toEqual([])
  expect(dump.sessions.map(({ application }) => application)).toEqual(['living-room-tv'])
  expect(pageName(await (await tv.browser().open('/tv/')).text())).toBe('home')
})

test('shows a sentence when the server gives no codes, or half of them', async () => {
  for (const answer of [refusal('unauthorized_client'), () => Response.json({ user_code: 'WDJB-MJHT' })]) {
    const client = await testClient({ answers: { [`POST ${CLIENT_ORIGINS.issuer}/device_authorization`]: answer } })
    expect(pageName(await (await client.browser().open('/tv/start', 'POST')).text())).toBe('error')
    expect((await client.store.dump()).devices).toEqual([])
  }
})
