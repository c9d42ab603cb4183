import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[CA-13] MUST slow down who guesses secrets, and let the client in again later', async () => {
  const as = await createTestAuthorizationServer()

  for (let guess = 1; guess <= 5; guess += 1) {
    expect(await outcome(await as.form('/token', {}, basic('web', `guess ${guess}`)))).toBe('401 invalid_client')
  }
  const blocked = await as.form('/token', {}, basic('web', 'guess 6'))
  expect(await outcome(blocked)).toBe('429 invalid_client')
  expect(Number(blocked.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await as.form('/token', await codeRequest(as), basic('web'))).status).toBe(429)
  expect((await as.form('/token', await codeRequest(as, { client_id: 'other' }), basic('other'))).status).toBe(200)
  as.clock.advance(61)
  expect((await as.form('/token', await codeRequest(as), basic('web'))).status).toBe(200)
})
