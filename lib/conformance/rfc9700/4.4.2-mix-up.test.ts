import { describe, expect, test } from 'vitest'
import { handleClient } from '@/lib/client/handler'
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

describe('with two servers', () => {
  const issuer = `${CLIENT_ORIGINS.attacker}/server`
  const registration = {
    ...{ clientId: 'atSnapshelf', authentication: 'client_secret_basic', clientSecret: 'theirs', privateKey: null },
    ...{ redirectUri: `${CLIENT_ORIGINS.client}/callback`, scope: 'photos.read' },
  }

  /** A login begun at the second server, and the answer of a server to it. */
  async function answered(checkIssuer: boolean) {
    const refused = () => Response.json({ error: 'invalid_grant' }, { status: 400 })
    const client = await testClient({ policy: { checkIssuer }, answers: { [`POST ${issuer}/token`]: refused } })
    const env = { ...client.env, otherServer: { issuer, name: 'Snapshelf', registration } }
    const asked = await handleClient(new Request(`${CLIENT_ORIGINS.client}/login?server=Snapshelf`), env)
    const request = new URL(asked.headers.get('location') ?? '')
    const query = new URLSearchParams({
      ...{ code: 'code-of-the-drive', state: request.searchParams.get('state') ?? '', iss: CLIENT_ORIGINS.issuer },
    })
    const cookie = asked.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const back = new Request(`${CLIENT_ORIGINS.client}/callback?${query}`, { headers: { cookie } })
    return { request, response: await handleClient(back, env), sent: client.sent }
  }

  test('a login goes to the server that was chosen, under the name it has there', async () => {
    const { request } = await answered(true)
    expect(request.origin + request.pathname).toBe(`${issuer}/authorize`)
    expect(request.searchParams.get('client_id')).toBe('atSnapshelf')
  })

  test('[CL-02] MUST send the code of one server to no other', async () => {
    const { response, sent } = await answered(true)
    expect(response.status).toBe(400)
    expect(sent).toEqual([])
  })

  test('the learner sees where it goes when nobody compares', async () => {
    const { sent } = await answered(false)
    expect(sent.map(({ url }) => url)).toEqual([`${issuer}/token`])
    expect(sent[0]?.body).toContain('code=code-of-the-drive')
    expect(sent[0]?.headers.get('authorization')).toBe(`Basic ${btoa('atSnapshelf:theirs')}`)
  })
})
