import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[PK-05] MUST want 43 to 128 unreserved characters', async () => {
  const as = await createTestAuthorizationServer()

  for (const code_verifier of ['x'.repeat(42), 'x'.repeat(129), `${'x'.repeat(42)}+`]) {
    const request = { ...(await codeRequest(as)), code_verifier }
    expect(await outcome(await as.form('/token', request, basic('web')))).toBe('400 invalid_request')
  }
  for (const code_verifier of ['~'.repeat(43), 'x-._~'.repeat(25)]) {
    const request = { ...(await codeRequest(as, { code_verifier })), code_verifier }
    expect((await as.form('/token', request, basic('web'))).status).toBe(200)
  }
})
