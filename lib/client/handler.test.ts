import { describe, expect, test } from 'vitest'
import { CLIENT_ORIGINS, pageName, testClient, tokenResponse } from '@/lib/testing/client'
import { runMove } from './halves'

const TOKEN = `POST ${CLIENT_ORIGINS.issuer}/token`
const PHOTOS = `GET ${CLIENT_ORIGINS.resource}/photos`
const path = (response: Response) => (response.headers.get('location') ?? '').slice(CLIENT_ORIGINS.client.length)

describe('in a browser tab', () => {
  test('alice connects her photos and sees them', async () => {
    const client = await testClient()
    const browser = client.browser()
    expect(pageName(await (await browser.open('/')).text())).toBe('home')

    const authorization = await browser.login()
    expect(authorization.origin + authorization.pathname).toBe(`${CLIENT_ORIGINS.issuer}/authorize`)
    expect(Object.fromEntries(authorization.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'photo-editor',
      redirect_uri: `${CLIENT_ORIGINS.client}/callback`,
      scope: 'photos.read photos.write',
      code_challenge_method: 'S256',
    })

    const state = authorization.searchParams.get('state')
    const back = await browser.callback({ code: 'code-1', state, iss: CLIENT_ORIGINS.issuer })
    expect(back.status).toBe(303)
    expect(path(back)).toBe('/photos')

    const photos = await browser.open('/photos')
    const html = await photos.text()
    expect(pageName(html)).toBe('photos')
    expect(html).toContain('Photos of alice')
    expect(html).toContain('<strong>Pool of tears</strong> <span>4032 × 3024, 2.9 MB</span>')
    expect(client.sent.map(({ method, url }) => `${method} ${url}`)).toEqual([TOKEN, PHOTOS])
    expect(client.sent[1]?.headers.get('authorization')).toBe('Bearer access-1')
  })

  test('keeps tokens with the user and the time they expire, on the server only', async () => {
    const client = await testClient()
    const browser = client.browser()
    await browser.connect()
    const html = await (await browser.open('/photos')).text()
    const { tokens } = await client.store.dump()
    expect(tokens).toMatchObject([
      { access_token: 'access-1', refresh_token: 'refresh-1', user_name: 'alice', scope: 'photos.read' },
    ])
    expect(tokens[0]?.access_expires_at).toBe(client.env.now() + 600_000)
    expect(html).not.toMatch(/access-1|refresh-1/)
    expect(browser.cookie()).not.toMatch(/access-1|refresh-1/)
  })

  test('refreshes once when the drive no longer takes the token, then shows the photos', async () => {
    const client = await testClient({
      answers: {
        [PHOTOS]: ({ headers }) =>
          headers.get('authorization') === 'Bearer access-2'
            ? Response.json({ owner: 'alice', photos: [] })
            : new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } }),
      },
    })
    const browser = client.browser()
    await browser.connect()
    expect(pageName(await (await browser.open('/photos')).text())).toBe('photos')
    expect(client.sent.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST', 'GET'])
    expect(new URLSearchParams(client.sent[2]?.body).get('refresh_token')).toBe('refresh-1')
    const { tokens } = await client.store.dump()
    expect(tokens).toMatchObject([{ access_token: 'access-2', refresh_token: 'refresh-2' }])
  })

  test('keeps the refresh token when a refresh brings no new one', async () => {
    const client = await testClient()
    const browser = client.browser()
    await browser.connect()
    client.env.fetch = async () => tokenResponse({ refresh_token: undefined, scope: undefined })
    await runMove(client.env, 'refresh-request', { application: 'photo-editor' })
    expect((await client.store.dump()).tokens).toMatchObject([{ refresh_token: 'refresh-1', scope: 'photos.read' }])
  })

  test('says what it may not do when the scope is too small', async () => {
    const refusal = { error: 'insufficient_scope', error_description: 'This operation needs the scope photos.read.' }
    const client = await testClient({ answers: { [PHOTOS]: () => Response.json(refusal, { status: 403 }) } })
    const browser = client.browser()
    await browser.connect()
    const page = await browser.open('/photos')
    expect(page.status).toBe(403)
    const html = await page.text()
    expect(pageName(html)).toBe('error')
    expect(html).toContain('does not include reading photos')
  })

  test('shows the refusal of a code, with a way on', async () => {
    const refusal = { error: 'invalid_grant', error_description: 'The code expired.' }
    const client = await testClient({ answers: { [TOKEN]: () => Response.json(refusal, { status: 400 }) } })
    const html = await (await client.browser().connect()).text()
    expect(pageName(html)).toBe('error')
    expect(html).toContain('The code expired.')
    expect(html).toContain(`href="${CLIENT_ORIGINS.client}/login"`)
  })

  test('a denial is shown as her decision, with a way on, and the answer counts once', async () => {
    const client = await testClient()
    const browser = client.browser()
    const state = (await browser.login()).searchParams.get('state')
    const denial = { error: 'access_denied', state, iss: CLIENT_ORIGINS.issuer }
    const html = await (await browser.callback(denial)).text()
    expect(pageName(html)).toBe('error')
    expect(html).toContain('You said no')
    expect((await browser.callback(denial)).status).toBe(400)
    expect(client.sent).toEqual([])
  })

  test.each([undefined, ''])('an answer without a code (%j) is stopped at the callback', async (code) => {
    const client = await testClient()
    const browser = client.browser()
    const state = (await browser.login()).searchParams.get('state')
    const answer = await browser.callback({ code, state, iss: CLIENT_ORIGINS.issuer })
    expect(answer.status).toBe(400)
    expect(client.checks().at(-1)).toMatchObject({ id: 'callback.code', verdict: 'failed' })
  })

  test('logging out revokes the refresh token and forgets everything', async () => {
    const client = await testClient()
    const browser = client.browser()
    await browser.connect()
    const answer = await browser.open('/logout', 'POST')
    expect(answer.status).toBe(303)
    expect(path(answer)).toBe('/')
    const revocation = client.sent.at(-1)
    expect(revocation?.url).toBe(`${CLIENT_ORIGINS.issuer}/revoke`)
    expect(revocation?.body).toBe('token_type_hint=refresh_token&token=refresh-1')
    expect(Object.values(await client.store.dump()).flat()).toEqual([])
    expect(browser.cookie()).toBe(null)
    expect(path(await browser.open('/photos'))).toBe('/')
  })

  test('gives each login a session cookie that scripts and other sites do not get', async () => {
    const client = await testClient()
    const browser = client.browser()
    const first = await browser.open('/login')
    expect(first.headers.get('set-cookie')).toMatch(
      /^client_session=[\w-]{43}; Path=\/client\/test; HttpOnly; Secure; SameSite=Lax$/,
    )
    const planted = browser.cookie()
    await browser.open('/login')
    expect(browser.cookie()).not.toBe(planted)
    expect((await client.store.dump()).sessions).toHaveLength(1)
  })

  test('reports the secrets it makes', async () => {
    const client = await testClient()
    await client.browser().login()
    const made = client.reports.flatMap((report) => (report.type === 'secret' ? [report.secret.kind] : []))
    expect(made).toEqual(['session_cookie', 'code_verifier', 'state', 'code_challenge'])
  })

  test('knows no other page and no other method', async () => {
    const browser = (await testClient()).browser()
    expect((await browser.open('/nothing')).status).toBe(404)
    const wrong = await browser.open('/logout')
    expect(wrong.status).toBe(405)
    expect(wrong.headers.get('allow')).toBe('POST')
  })

  test('reports a bug and shows a page without its text', async () => {
    const client = await testClient()
    client.env.fetch = () => Promise.reject(new Error('cable cut'))
    const answer = await client.browser().connect()
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('cable')
    expect(client.reports.some(({ type }) => type === 'bug')).toBe(true)
  })
})

describe('step by step', () => {
  test('answers the browser after its own half and sends nothing by itself', async () => {
    const client = await testClient({ stepped: true })
    const browser = client.browser()
    const back = await browser.connect()
    expect(back.status).toBe(303)
    expect(path(back)).toBe('/photos')
    expect(pageName(await (await browser.open('/photos')).text())).toBe('waiting')
    expect(client.sent).toEqual([])
  })

  test('waits in place where the policy does not leave the callback', async () => {
    const client = await testClient({ stepped: true, policy: { leaveCallback: false } })
    const answer = await client.browser().connect()
    expect(answer.status).toBe(200)
    expect(pageName(await answer.text())).toBe('waiting')
  })

  test('shows the photos once the learner has made its requests', async () => {
    const client = await testClient({ stepped: true })
    const browser = client.browser()
    await browser.connect()
    const who = { application: 'photo-editor' }
    expect((await runMove(client.env, 'token-request', who)).arrival).toBe('tokens')
    expect(pageName(await (await browser.open('/photos')).text())).toBe('waiting')
    expect((await runMove(client.env, 'resource-request', who)).arrival).toBe('resource')
    expect(pageName(await (await browser.open('/photos')).text())).toBe('photos')
    expect(client.sent).toHaveLength(2)
  })
})

describe('a careless application', () => {
  test('without state takes in an answer that nobody here asked for', async () => {
    const client = await testClient({ preset: 'permissive' })
    const browser = client.browser()
    const answer = await browser.callback({ code: 'planted' })
    expect(answer.status).toBe(200)
    expect(pageName(await answer.text())).toBe('photos')
    expect(client.sent[0]?.body).toContain('code=planted')
    const off = client.checks().filter(({ verdict }) => verdict === 'off')
    expect(off.map(({ id }) => id)).toEqual(['callback.state', 'callback.state-once', 'callback.issuer'])
  })

  test('without PKCE sends neither challenge nor verifier', async () => {
    const client = await testClient({ policy: { usePkce: false } })
    const browser = client.browser()
    const authorization = await browser.login()
    expect(authorization.searchParams.has('code_challenge')).toBe(false)
    const state = authorization.searchParams.get('state')
    await browser.callback({ code: 'code-1', state, iss: CLIENT_ORIGINS.issuer })
    expect(client.sent[0]?.body).not.toContain('code_verifier')
  })
})
