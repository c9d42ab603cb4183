import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'

test('[GEN-18] SHOULD answer a failure of its own with server_error and no stack', async () => {
  const as = await createTestAuthorizationServer()

  as.env.store = { ...as.store, get: () => Promise.reject(new Error('the disk is on fire')) }
  const response = await as.form('/token', { grant_type: 'authorization_code' }, basic('web'))
  const text = await response.text()
  expect(response.status).toBe(500)
  expect(JSON.parse(text)).toMatchObject({ error: 'server_error' })
  expect(text).not.toMatch(/fire|at .*\.ts/)
  expect(as.reports.some((report) => report.type === 'bug')).toBe(true)
})
