import { expect, test } from 'vitest'
import { serverMetadata } from '@/lib/authorization-server/endpoints/metadata'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest } from '@/lib/testing/back-channel'

test('[CA-22] MUST keep client secrets so that a stolen store does not reveal them', async () => {
  for (const preset of ['permissive', 'bcp'] as const) {
    const as = await createTestAuthorizationServer({ preset })
    await as.form('/token', await codeRequest(as), basic('web'))
    expect(JSON.stringify(await as.store.dump())).not.toContain('web-secret')
  }
})

test('[CA-22] MUST NOT offer client_secret_jwt, which needs the secret itself', async () => {
  const as = await createTestAuthorizationServer()

  expect(serverMetadata(as.env).token_endpoint_auth_methods_supported).not.toContain('client_secret_jwt')
})
