import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest } from '@/lib/testing/back-channel'

test('[TOK-05] MUST answer errors as JSON with a code, 400 unless stated otherwise', async () => {
  const as = await createTestAuthorizationServer()

  const request = await codeRequest(as)
  const refusals = [
    as.form('/token', {}, basic('web')),
    as.form('/token', { ...request, code: 'unknown' }, basic('web')),
    as.form('/token', { ...request, code_verifier: 'x'.repeat(43) }, basic('web')),
    as.form('/token', { ...request, resource: 'https://other.test' }, basic('web')),
    as.form('/token', { grant_type: 'refresh_token' }, basic('web')),
  ]
  for (const response of await Promise.all(refusals)) {
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    expect(await response.json()).toEqual({ error: expect.any(String), error_description: expect.any(String) })
  }
})
