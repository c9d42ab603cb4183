import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { DEVICE_CODE_GRANT } from '@/lib/testing/device'

test('[DV-14] MUST advertise the endpoint and the grant', async () => {
  const as = await createTestAuthorizationServer()
  const metadata = await (await as.request('/.well-known/openid-configuration')).json()
  expect(metadata.device_authorization_endpoint).toBe(`${as.env.origins.issuer}/device_authorization`)
  expect(metadata.grant_types_supported).toContain(DEVICE_CODE_GRANT)
})
