import { expect, test } from 'vitest'
import { CLIENT_ORIGINS, testClient } from '@/lib/testing/client'

const iss = CLIENT_ORIGINS.issuer

async function begin() {
  const client = await testClient()
  const browser = client.browser()
  const state = (await browser.login()).searchParams.get('state') ?? ''
  const failed = () => client.checks().find(({ verdict }) => verdict === 'failed')?.id
  return { client, browser, state, failed }
}

test('[CL-01] MUST make a fresh state, challenge and cookie for every login', async () => {
  const { browser } = await begin()
  const seen = new Set<string | null>()
  for (let round = 0; round < 5; round += 1) {
    const { searchParams } = await browser.login()
    seen.add(searchParams.get('state')).add(searchParams.get('code_challenge')).add(browser.cookie())
  }
  expect(seen.size).toBe(15)
})

test.each(['missing', 'unknown', 'longer', 'empty'])('[CL-01] MUST refuse a state that is %s', async (kind) => {
  const { browser, state, client, failed } = await begin()
  const given = { missing: undefined, unknown: 'made-up', longer: `${state}x`, empty: '' }[kind]
  const answer = await browser.callback({ code: 'code-1', state: given, iss })
  expect(answer.status).toBe(400)
  expect(failed()).toBe('callback.state')
  expect(client.sent).toEqual([])
})

test('[CL-01] MUST refuse a state that was begun in another browser, and one without any session', async () => {
  const { client, state, browser } = await begin()
  const victim = client.browser()
  await victim.login()
  expect((await victim.callback({ code: 'planted', state, iss })).status).toBe(400)
  expect((await client.browser().callback({ code: 'planted', state, iss })).status).toBe(400)
  expect(client.sent).toEqual([])
  expect((await browser.callback({ code: 'code-1', state, iss })).status).toBe(303)
})

test('[CL-01] MUST accept a state once: before the code was redeemed, and after', async () => {
  const stepped = await testClient({ stepped: true })
  const browser = stepped.browser()
  const state = (await browser.login()).searchParams.get('state')
  expect((await browser.callback({ code: 'code-1', state, iss })).status).toBe(303)
  expect((await browser.callback({ code: 'code-2', state, iss })).status).toBe(400)
  expect(stepped.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('callback.state-once')

  const tab = await begin()
  await tab.browser.callback({ code: 'code-1', state: tab.state, iss })
  expect((await tab.browser.callback({ code: 'code-1', state: tab.state, iss })).status).toBe(400)
  expect(tab.client.sent).toHaveLength(1)
})

test('[CL-01] MUST accept one of two answers that race', async () => {
  const { browser, state, client } = await begin()
  const answers = await Promise.all(['a', 'b', 'c'].map((code) => browser.callback({ code, state, iss })))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 400, 400])
  expect(client.sent).toHaveLength(1)
})

test('[CL-01] MUST not accept the state of a login that took too long', async () => {
  const { browser, state, client } = await begin()
  client.advance(60 * 60)
  expect((await browser.callback({ code: 'code-1', state, iss })).status).toBe(400)
})
