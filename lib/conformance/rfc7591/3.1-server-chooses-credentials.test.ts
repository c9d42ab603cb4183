import { expect, test } from 'vitest'
import { CALLBACK, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { register } from '@/lib/testing/back-channel'

test('[DR-04] MUST choose client_id and client_secret itself', async () => {
  const as = await createTestAuthorizationServer()

  const chosen = { client_id: 'alice', client_secret: 'chosen' }
  const response = await register(as, { ...chosen, redirect_uris: [CALLBACK] })
  const { client_id, client_secret } = await response.json()
  expect(client_id).not.toBe(chosen.client_id)
  expect(client_secret).not.toBe(chosen.client_secret)
  expect(await as.store.get('clients', 'alice')).toBeNull()
})
