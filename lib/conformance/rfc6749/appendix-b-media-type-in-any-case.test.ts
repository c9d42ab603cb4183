import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest } from '@/lib/testing/back-channel'

test('[GEN-02] MUST accept the media type in any letter case and with a charset', async () => {
  const as = await createTestAuthorizationServer()

  const type = { 'content-type': 'Application/X-WWW-Form-URLEncoded; charset=utf-8' }
  const response = await as.form('/token', await codeRequest(as), { ...type, ...basic('web') })
  expect(response.status).toBe(200)
})
