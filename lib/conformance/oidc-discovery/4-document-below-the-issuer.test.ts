import { expect, test } from 'vitest'
import { metadataResponse, serverMetadata } from '@/lib/authorization-server/endpoints/metadata'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'

test('[MD-02] MUST serve the document at the issuer with the well-known path appended', async () => {
  const as = await createTestAuthorizationServer()

  const response = await as.request(`${TEST_ORIGINS.issuer}/.well-known/openid-configuration`)
  expect(await response.json()).toEqual(JSON.parse(JSON.stringify(serverMetadata(as.env))))
})

test('[MD-01] MUST serve the same document where RFC 8414 puts it: the composition root asks for it', async () => {
  const as = await createTestAuthorizationServer()

  const inserted = await metadataResponse(as.env)
  const appended = await as.request('/.well-known/openid-configuration')
  expect(await inserted.json()).toEqual(await appended.json())
})
