import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, refresh } from '@/lib/testing/back-channel'

test('[TOK-03] MUST answer with access_token, token_type and its lifetime', async () => {
  const as = await createTestAuthorizationServer()

  const response = await as.form('/token', await codeRequest(as), basic('web'))
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({
    access_token: expect.any(String),
    token_type: 'Bearer',
    expires_in: 600,
    refresh_token: expect.any(String),
    scope: 'photos.read',
  })
})

test('[TOK-04] MUST name the scope when it is not the one asked for', async () => {
  const as = await createTestAuthorizationServer()

  const { refresh_token } = await as.tokens({ scope: 'photos.read photos.write' })
  const response = await refresh(as, refresh_token, { scope: 'photos.read' })
  expect(await response.json()).toMatchObject({ scope: 'photos.read' })
})
