import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[GEN-19] MUST refuse a body that is too large', async () => {
  const as = await createTestAuthorizationServer()

  const response = await as.form('/token', { ...(await codeRequest(as)), padding: 'x'.repeat(2 ** 20) }, basic('web'))
  expect(await outcome(response)).toBe('413 invalid_request')
})

test('[GEN-19] MUST refuse more parameters than anybody needs', async () => {
  const as = await createTestAuthorizationServer()

  const many = Array.from({ length: 1000 }, (_, index): [string, string] => [`p${index}`, ''])
  expect(await outcome(await as.form('/token', many, basic('web')))).toBe('400 invalid_request')
})
