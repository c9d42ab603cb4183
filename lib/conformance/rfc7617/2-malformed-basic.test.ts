import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { outcome } from '@/lib/testing/back-channel'

test('[CA-14] MUST refuse a malformed Authorization header without failing', async () => {
  const as = await createTestAuthorizationServer()

  const malformed = [
    'Basic',
    'Basic ',
    'Basic !!!',
    'Basic d2Vi',
    `Basic ${btoa(':secret')}`,
    `Basic ${btoa('web:%')}`,
    'Basic /w==',
    `Basic ${btoa('web:web-secret')} extra`,
    'Bearer abc',
  ]
  for (const authorization of malformed) {
    expect(await outcome(await as.form('/token', {}, { authorization }))).toBe('401 invalid_client')
  }
})
