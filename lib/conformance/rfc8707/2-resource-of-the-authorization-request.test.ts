import { expect, test } from 'vitest'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { answerOf, authorizePath, pageName } from '@/lib/testing/front-channel'

test('MUST refuse a resource it issues no tokens for', async () => {
  const server = await createTestAuthorizationServer()
  for (const resource of ['http://evil.test/', `${TEST_ORIGINS.resource}/`, 'x']) {
    expect(answerOf(await server.request(authorizePath({ resource }))).get('error')).toBe('invalid_target')
  }
})

test('MUST take the resource it serves', async () => {
  const server = await createTestAuthorizationServer()
  expect(await pageName(await server.request(authorizePath({ resource: TEST_ORIGINS.resource })))).toBe('login')
})
