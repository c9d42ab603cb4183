import { expect, test } from 'vitest'
import { encodeFormValue } from '@/lib/oauth/form'
import { basic, CALLBACK, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest } from '@/lib/testing/back-channel'

test('[GEN-22] MUST decode credentials as appendix B says', async () => {
  const client_secret = ' %&+£€'
  const code = { redirect_uris: [CALLBACK], scope: 'photos.read' }
  const as = await createTestAuthorizationServer({
    clients: [
      { ...code, client_id: 'b', client_secret },
      { ...code, client_id: 'p', client_secret, token_endpoint_auth_method: 'client_secret_post' },
    ],
  })
  expect(encodeFormValue(client_secret)).toBe('+%25%26%2B%C2%A3%E2%82%AC')
  const byHeader = await as.form('/token', await codeRequest(as, { client_id: 'b' }), basic('b', client_secret))
  expect(byHeader.status).toBe(200)
  const request = await codeRequest(as, { client_id: 'p' })
  expect((await as.form('/token', { ...request, client_id: 'p', client_secret })).status).toBe(200)
})
