import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'

test('[GEN-08] MUST let resource repeat', async () => {
  const as = await createTestAuthorizationServer()

  const request = Object.entries(await codeRequest(as))
  const resource: [string, string] = ['resource', TEST_ORIGINS.resource]
  expect((await as.form('/token', [...request, resource, resource], basic('web'))).status).toBe(200)
})

test('[GEN-08] MUST answer invalid_target, not invalid_request, for several resources it cannot combine', async () => {
  const as = await createTestAuthorizationServer()

  const request = Object.entries(await codeRequest(as))
  const resources: [string, string][] = [
    ['resource', TEST_ORIGINS.resource],
    ['resource', 'https://other.test'],
  ]
  expect(await outcome(await as.form('/token', [...request, ...resources], basic('web')))).toBe('400 invalid_target')
})
