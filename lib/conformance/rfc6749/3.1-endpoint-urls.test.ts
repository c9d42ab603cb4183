import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'

test('[GEN-17] MUST name endpoints that are https or loopback, without a fragment', async () => {
  const server = await createTestAuthorizationServer()
  const response = await server.request('/.well-known/openid-configuration')
  const metadata: Record<string, unknown> = await response.json()
  const endpoints = Object.entries(metadata).filter(([name]) => name.endsWith('_endpoint') || name === 'jwks_uri')
  expect(endpoints.length).toBeGreaterThan(5)
  for (const [, value] of endpoints) {
    const url = new URL(String(value))
    expect(url.protocol === 'https:' || url.hostname === 'localhost').toBe(true)
    expect(String(value)).not.toContain('#')
  }
})
