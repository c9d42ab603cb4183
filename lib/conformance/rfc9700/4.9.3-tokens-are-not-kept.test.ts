import { expect, test } from 'vitest'
import { accessToken, RESOURCE_ORIGINS, testResourceServer } from '@/lib/testing/resource-server'

test('[RS-11] MUST keep and report no token in clear', async () => {
  const claims = { active: true, token_type: 'Bearer', sub: 'alice', client_id: 'photo-editor', scope: 'photos.read' }
  const introspection = { 'opaque-token': { ...claims, aud: RESOURCE_ORIGINS.resource } }
  const drive = await testResourceServer({ introspection })
  const tokens = ['opaque-token', await accessToken(), await accessToken({ claims: { exp: 1 } })]
  for (const token of tokens) await drive.get('/photos', token)
  await drive.send(`/photos?access_token=${tokens[0]}`)
  const kept = JSON.stringify([await drive.store.dump(), drive.reports])
  for (const token of tokens) expect(kept).not.toContain(token)
})
