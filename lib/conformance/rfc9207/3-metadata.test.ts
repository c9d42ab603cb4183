import { expect, test } from 'vitest'
import { serverMetadata } from '@/lib/authorization-server/endpoints/metadata'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { answerOf, authorizePath } from '@/lib/testing/front-channel'

test('[IS-01] MUST advertise iss in responses exactly while it is sent', async () => {
  const as = await createTestAuthorizationServer()
  for (const issInResponse of [true, false]) {
    as.env.policy = { ...as.env.policy, issInResponse }
    expect(serverMetadata(as.env).authorization_response_iss_parameter_supported).toBe(issInResponse)
    const answer = answerOf(await as.request(authorizePath({ scope: 'admin' })))
    expect(answer.get('iss')).toBe(issInResponse ? as.env.origins.issuer : null)
  }
})
