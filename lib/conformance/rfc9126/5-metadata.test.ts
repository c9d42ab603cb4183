import { expect, test } from 'vitest'
import { serverMetadata } from '@/lib/authorization-server/endpoints/metadata'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { GOOD_REQUEST } from '@/lib/testing/front-channel'

test('[MD-07] SHOULD name the endpoint for pushes while it is there, and say whether pushing is required', async () => {
  const as = await createTestAuthorizationServer()
  for (const pushedRequests of ['off', 'optional', 'required'] as const) {
    as.env.policy = { ...as.env.policy, pushedRequests }
    const metadata = serverMetadata(as.env)
    const offered = pushedRequests !== 'off'
    expect(metadata.pushed_authorization_request_endpoint).toBe(offered ? `${as.env.origins.issuer}/par` : undefined)
    expect(metadata.require_pushed_authorization_requests).toBe(offered ? pushedRequests === 'required' : undefined)
    expect((await as.form('/par', GOOD_REQUEST, basic('web'))).status).toBe(offered ? 201 : 404)
  }
})
