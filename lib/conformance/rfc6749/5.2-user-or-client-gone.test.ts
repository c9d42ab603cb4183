import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[AC-10] MUST refuse the code of a user who was disabled or deleted', async () => {
  const as = await createTestAuthorizationServer()

  const request = await codeRequest(as)
  await as.store.update('users', 'alice', { disabled_at: as.env.now() })
  expect(await outcome(await as.form('/token', request, basic('web')))).toBe('400 invalid_grant')
  await as.store.remove('users', 'alice')
  expect(await outcome(await as.form('/token', request, basic('web')))).toBe('400 invalid_grant')
})

test('[AC-10] MUST refuse the code of a client that was deleted', async () => {
  const as = await createTestAuthorizationServer()

  const request = await codeRequest(as)
  await as.store.remove('clients', 'web')
  expect(await outcome(await as.form('/token', request, basic('web')))).toBe('401 invalid_client')
})
