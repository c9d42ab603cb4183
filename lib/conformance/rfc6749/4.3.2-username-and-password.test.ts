import { expect, test } from 'vitest'
import { isActive, outcome } from '@/lib/testing/back-channel'
import { createPasswordServer, passwordRequest } from '@/lib/testing/password-grant'

test('[RO-01] MUST require username and password', async () => {
  const as = await createPasswordServer()
  expect(await outcome(await passwordRequest(as, { username: null }))).toBe('400 invalid_request')
  expect(await outcome(await passwordRequest(as, { password: null }))).toBe('400 invalid_request')
  expect(await outcome(await passwordRequest(as, { username: '' }))).toBe('400 invalid_request')
})

test('[RO-01] MUST answer a wrong password with invalid_grant, and issue nothing', async () => {
  const as = await createPasswordServer()
  expect(await outcome(await passwordRequest(as, { password: 'looking-glass' }))).toBe('400 invalid_grant')
  const { access_tokens, refresh_tokens, grants } = await as.store.dump()
  expect([...access_tokens, ...refresh_tokens, ...grants]).toEqual([])
})

test('[RO-01] MUST trade the right ones for tokens of that user', async () => {
  const as = await createPasswordServer()
  const response = await passwordRequest(as)
  expect(response.status).toBe(200)
  const tokens = await response.json()
  expect(tokens).toMatchObject({ token_type: 'Bearer', scope: 'photos.read', refresh_token: expect.any(String) })
  expect(await isActive(as, tokens.access_token)).toBe(true)
  const { access_tokens, grants } = await as.store.dump()
  expect(access_tokens[0]).toMatchObject({ user_id: 'alice', client_id: 'ropc' })
  expect(grants[0]).toMatchObject({ grant_type: 'password', user_id: 'alice' })
})

test('MUST refuse a user whose account is disabled', async () => {
  const as = await createPasswordServer()
  await as.store.update('users', 'alice', { disabled_at: as.env.now() })
  expect(await outcome(await passwordRequest(as))).toBe('400 invalid_grant')
})
