import { describe, expect, test } from 'vitest'
import { accessToken, RESOURCE_ORIGINS, testResourceServer } from '@/lib/testing/resource-server'

describe('the photo drive', () => {
  test('lists the photos of the user the token speaks for, and nobody else', async () => {
    const drive = await testResourceServer()
    const response = await drive.get('/photos', await accessToken({ claims: { sub: 'bob' } }))
    expect(response.status).toBe(200)
    const { owner, photos } = await response.json()
    expect(owner).toBe('bob')
    expect(photos.map(({ title }: { title: string }) => title)).toContain('Crane at sunrise')
    expect(photos).toHaveLength(3)
  })

  test('adds a photo with photos.write and remembers which client did', async () => {
    const drive = await testResourceServer()
    const token = await accessToken({ claims: { scope: 'photos.read photos.write' } })
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const added = await drive.send('/photos', { method: 'POST', headers, body: '{"title":"Caterpillar"}' })
    expect(added.status).toBe(201)
    const { id } = await added.json()
    expect(await drive.store.get('photos', id)).toMatchObject({ owner: 'alice', created_by: 'photo-editor' })
    const { photos } = await (await drive.get('/photos', token)).json()
    expect(photos).toHaveLength(7)
  })

  test('answers a photo without a title, and JSON that is none, with one sentence', async () => {
    const drive = await testResourceServer()
    const token = await accessToken({ claims: { scope: 'photos.write' } })
    for (const body of ['{}', '{', '[]', 'null', '{"title":"  "}', JSON.stringify({ title: 'x'.repeat(121) })]) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const response = await drive.send('/photos', { method: 'POST', headers, body })
      expect(response.status).toBe(400)
      expect((await response.json()).error_description).toMatch(/title of 1 to 120 characters/)
    }
  })

  test("tells a client on its own behalf the whole drive's usage, and a user her own", async () => {
    const drive = await testResourceServer()
    const claims = { sub: 'nightly-backup', client_id: 'nightly-backup', scope: 'usage.read' }
    const whole = await drive.get('/usage', await accessToken({ claims }))
    expect(await whole.json()).toMatchObject({ photos: 9 })
    const hers = await drive.get('/usage', await accessToken({ claims: { scope: 'usage.read' } }))
    expect(await hers.json()).toMatchObject({ photos: 6 })
  })

  test('publishes where its authorization server is', async () => {
    const drive = await testResourceServer()
    const response = await drive.send('/.well-known/oauth-protected-resource')
    expect(await response.json()).toMatchObject({
      resource: RESOURCE_ORIGINS.resource,
      authorization_servers: [RESOURCE_ORIGINS.issuer],
    })
  })

  test('tells its state to a neighbour, and to nobody from outside, whatever they bring along', async () => {
    const drive = await testResourceServer()
    const path = '/internal/status'
    const token = await accessToken()
    expect((await drive.get(path, token)).status).toBe(403)
    expect((await drive.send(path)).status).toBe(403)
    drive.env.caller = 'client'
    expect((await drive.send(path)).status).toBe(403)
    drive.env.caller = 'authorization-server'
    const inside = await drive.send(path)
    expect(inside.status).toBe(200)
    expect(await inside.json()).toMatchObject({ photos: 9 })
    expect(inside.headers.get('access-control-allow-origin')).toBeNull()
    expect((await drive.send(path, { method: 'POST' })).status).toBe(404)
  })

  test('knows no other path, allows no other method, and bounds the body', async () => {
    const drive = await testResourceServer()
    expect((await drive.send('/nothing')).status).toBe(404)
    const deleted = await drive.send('/photos', { method: 'DELETE' })
    expect(deleted.status).toBe(405)
    expect(deleted.headers.get('allow')).toBe('GET, POST')
    expect((await drive.send('/photos', { method: 'POST', body: 'x'.repeat(1024 * 1024) })).status).toBe(413)
  })

  test('lets browser applications call it from other origins, without ambient credentials', async () => {
    const drive = await testResourceServer()
    const preflight = await drive.send('/photos', { method: 'OPTIONS' })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Authorization')
    const refusal = await drive.send('/photos')
    expect(refusal.headers.get('access-control-allow-origin')).toBe('*')
    expect(refusal.headers.get('access-control-expose-headers')).toContain('WWW-Authenticate')
    expect(refusal.headers.has('access-control-allow-credentials')).toBe(false)
  })

  test('fetches the key set once and again only when a token names a key it does not have', async () => {
    const drive = await testResourceServer()
    const token = await accessToken()
    await drive.get('/photos', token)
    await drive.get('/photos', token)
    expect(drive.sent.map(({ url }) => url)).toEqual([`${RESOURCE_ORIGINS.issuer}/jwks`])
    await drive.get('/photos', await accessToken({ header: { kid: 'rotated' } }))
    expect(drive.sent).toHaveLength(2)
  })

  test('asks about an opaque token with its own credentials', async () => {
    const claims = { active: true, token_type: 'Bearer', sub: 'alice', client_id: 'photo-editor', scope: 'photos.read' }
    const drive = await testResourceServer({ introspection: { opaque: { ...claims, aud: RESOURCE_ORIGINS.resource } } })
    expect((await drive.get('/photos', 'opaque')).status).toBe(200)
    expect(drive.sent).toEqual([
      {
        url: `${RESOURCE_ORIGINS.issuer}/introspect`,
        authorization: `Basic ${btoa('photo-drive:drive+secret')}`,
        body: 'token=opaque&token_type_hint=access_token',
      },
    ])
  })

  test('asks about a JWT too when the policy says introspect', async () => {
    const drive = await testResourceServer({ policy: { validation: 'introspect' } })
    expect((await drive.get('/photos', await accessToken())).status).toBe(401)
    expect(drive.sent.map(({ url }) => url)).toEqual([`${RESOURCE_ORIGINS.issuer}/introspect`])
  })

  test('says 503 when the authorization server gives no usable answer', async () => {
    const drive = await testResourceServer()
    drive.env.fetch = async () => new Response('down', { status: 502 })
    expect((await drive.get('/photos', await accessToken())).status).toBe(503)
    expect((await drive.get('/photos', 'opaque')).status).toBe(503)
  })

  test('reports a bug and answers 500 without its text', async () => {
    const drive = await testResourceServer()
    drive.store.find = () => Promise.reject(new Error('disk on fire'))
    const response = await drive.get('/photos', await accessToken())
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('fire')
    expect(drive.reports.some((report) => report.type === 'bug')).toBe(true)
  })

  test('with lax JWT validation reads the claims of a token nobody signed, and says who did not look', async () => {
    const drive = await testResourceServer({ preset: 'permissive', policy: { validation: 'local' } })
    const [, payload] = (await accessToken()).split('.')
    const response = await drive.get('/photos', `${btoa('{"alg":"none"}').replaceAll('=', '')}.${payload}.`)
    expect(response.status).toBe(200)
    const off = drive.checks().filter(({ verdict }) => verdict === 'off')
    expect(off.map(({ id }) => id)).toEqual(expect.arrayContaining(['jwt.signature', 'jwt.issuer', 'token.audience']))
  })

  test('takes a client that calls itself alice for alice where the policy does not tell them apart', async () => {
    const claims = { sub: 'alice', client_id: 'alice' }
    const careless = await testResourceServer({ policy: { distinguishSubjects: false } })
    expect((await careless.get('/photos', await accessToken({ claims }))).status).toBe(200)
    const careful = await testResourceServer()
    expect((await careful.get('/photos', await accessToken({ claims }))).status).toBe(403)
  })
})
