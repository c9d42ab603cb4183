import { expect, test } from 'vitest'
import { accessToken, challengeOf, RESOURCE_ORIGINS, testResourceServer } from '@/lib/testing/resource-server'

const OTHER = 'http://localhost:3002/other'

test('[RS-09] MUST refuse a token made for another resource', async () => {
  const other = await testResourceServer({ resource: OTHER })
  const response = await other.get('/photos', await accessToken())
  expect(response.status).toBe(401)
  expect(challengeOf(response).parameters.error).toBe('invalid_token')
  expect((await (await testResourceServer()).get('/photos', await accessToken())).status).toBe(200)
})

test.each([
  ['the resource with a slash more', `${RESOURCE_ORIGINS.resource}/`],
  ['the beginning of the resource', 'http://localhost:3002'],
  ['an empty list', []],
])('[RS-09] MUST refuse as audience %s', async (_case, aud) => {
  const drive = await testResourceServer()
  expect((await drive.get('/photos', await accessToken({ claims: { aud } }))).status).toBe(401)
})

test('[RS-09] MUST accept a list of audiences that contains the resource', async () => {
  const drive = await testResourceServer()
  const aud = [OTHER, RESOURCE_ORIGINS.resource]
  expect((await drive.get('/photos', await accessToken({ claims: { aud } }))).status).toBe(200)
})

test('[RS-09] MUST verify the audience of opaque tokens too', async () => {
  const claims = { active: true, token_type: 'Bearer', sub: 'alice', client_id: 'photo-editor', scope: 'photos.read' }
  const drive = await testResourceServer({ introspection: { foreign: { ...claims, aud: OTHER }, nobodys: claims } })
  expect((await drive.get('/photos', 'foreign')).status).toBe(401)
  expect((await drive.get('/photos', 'nobodys')).status).toBe(401)
})
