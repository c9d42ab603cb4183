import { expect, test } from 'vitest'
import { resourceMetadata, resourceMetadataUrl } from '@/lib/resource-server/metadata'
import { challengeOf, RESOURCE_ORIGINS, testResourceServer } from '@/lib/testing/resource-server'

test('[MD-08] MUST insert the well-known path before the path of the resource', async () => {
  const { env } = await testResourceServer()
  expect(resourceMetadataUrl(env)).toBe('http://localhost:3002/.well-known/oauth-protected-resource/test')
  const atRoot = { origins: { ...RESOURCE_ORIGINS, resource: 'http://localhost:3002' } }
  expect(resourceMetadataUrl(atRoot)).toBe('http://localhost:3002/.well-known/oauth-protected-resource')
})

test('[MD-08] MUST name as resource exactly the identifier of the resource', async () => {
  const { env } = await testResourceServer()
  expect(resourceMetadata(env).resource).toBe(RESOURCE_ORIGINS.resource)
})

test('[MD-09] SHOULD name the metadata in the challenge of a 401', async () => {
  const drive = await testResourceServer()
  for (const response of [await drive.send('/photos'), await drive.get('/photos', 'unknown')]) {
    expect(response.status).toBe(401)
    expect(challengeOf(response).parameters.resource_metadata).toBe(resourceMetadataUrl(drive.env))
  }
})
