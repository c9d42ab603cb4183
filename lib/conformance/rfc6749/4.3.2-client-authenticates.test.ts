import { expect, test } from 'vitest'
import { basic } from '@/lib/testing/authorization-server'
import { outcome } from '@/lib/testing/back-channel'
import { createPasswordServer, passwordRequest } from '@/lib/testing/password-grant'

test('[RO-02] MUST authenticate a confidential client, and look at no password before', async () => {
  const as = await createPasswordServer()
  const wrong = basic('ropc', 'wrong')
  expect(await outcome(await passwordRequest(as, {}, wrong))).toBe('401 invalid_client')
  expect(await outcome(await passwordRequest(as, { password: 'looking-glass' }, wrong))).toBe('401 invalid_client')
  expect(await outcome(await passwordRequest(as, { client_id: 'ropc' }, {}))).toBe('401 invalid_client')
  expect(await as.store.find('attempts', { key: 'user alice' })).toEqual([])
})

test('MUST refuse the grant to a client that is not registered for it', async () => {
  const as = await createPasswordServer()
  expect(await outcome(await passwordRequest(as, {}, basic('web')))).toBe('400 unauthorized_client')
})
