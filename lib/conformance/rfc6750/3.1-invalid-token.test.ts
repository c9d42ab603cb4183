import { expect, test } from 'vitest'
import { accessToken, challengeOf, RESOURCE_ORIGINS, testResourceServer } from '@/lib/testing/resource-server'

test('[RS-03] MUST refuse an expired token with 401 invalid_token, from the second it expires', async () => {
  const drive = await testResourceServer()
  const token = await accessToken()
  drive.advance(599)
  expect((await drive.get('/photos', token)).status).toBe(200)
  drive.advance(1)
  const response = await drive.get('/photos', token)
  expect(response.status).toBe(401)
  expect(challengeOf(response).parameters.error).toBe('invalid_token')
})

test('[RS-03] MUST refuse a token that is not valid yet', async () => {
  const drive = await testResourceServer()
  const token = await accessToken({ claims: { nbf: drive.env.now() / 1000 + 1 } })
  expect((await drive.get('/photos', token)).status).toBe(401)
})

test('[RS-03] MUST refuse a revoked or unknown opaque token with 401 invalid_token', async () => {
  const drive = await testResourceServer({ introspection: { revoked: { active: false } } })
  for (const token of ['revoked', 'unknown']) {
    const response = await drive.get('/photos', token)
    expect(response.status).toBe(401)
    expect(challengeOf(response).parameters.error).toBe('invalid_token')
    expect((await response.json()).error).toBe('invalid_token')
  }
})

test('[RS-03] MUST refuse an opaque token past the expiry the server names', async () => {
  const drive = await testResourceServer()
  const exp = drive.env.now() / 1000 + 60
  const claims = { active: true, token_type: 'Bearer', sub: 'alice', client_id: 'photo-editor', scope: 'photos.read' }
  drive.env.fetch = async () => Response.json({ ...claims, aud: RESOURCE_ORIGINS.resource, exp })
  expect((await drive.get('/photos', 'opaque')).status).toBe(200)
  drive.advance(60)
  expect((await drive.get('/photos', 'opaque')).status).toBe(401)
})

test('[RS-03] MUST refuse a refresh token presented as an access token', async () => {
  const refresh = { active: true, sub: 'alice', client_id: 'photo-editor', scope: 'photos.read' }
  const drive = await testResourceServer({
    introspection: { refresh: { ...refresh, aud: RESOURCE_ORIGINS.resource } },
  })
  const response = await drive.get('/photos', 'refresh')
  expect(response.status).toBe(401)
  expect(drive.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('introspection.access-token')
})

test.each([false, 'true', 1, null])(
  '[RS-03] MUST refuse a token whose active is %j, whatever else is said',
  async (active) => {
    const claims = { token_type: 'Bearer', sub: 'alice', client_id: 'photo-editor', scope: 'photos.read' }
    const said = { ...claims, aud: RESOURCE_ORIGINS.resource, active }
    const drive = await testResourceServer({ introspection: { talkative: said } })
    expect((await drive.get('/photos', 'talkative')).status).toBe(401)
  },
)
