import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[CA-04] MUST refuse more than one way to authenticate', async () => {
  const as = await createTestAuthorizationServer()

  const request = await codeRequest(as)
  const assertion = {
    client_assertion: 'a.b.c',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  }
  const secret = { client_id: 'web', client_secret: 'web-secret' }
  const both = [
    as.form('/token', { ...request, ...secret }, basic('web')),
    as.form('/token', { ...request, ...assertion }, basic('web')),
    as.form('/token', { ...request, ...secret, ...assertion }),
  ]
  for (const response of await Promise.all(both)) expect(await outcome(response)).toBe('400 invalid_request')
})
