import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { answerOf, authorizePath } from '@/lib/testing/front-channel'

test.each([
  ['request', 'request_not_supported'],
  ['request_uri', 'request_uri_not_supported'],
])('[AUT-35] MUST refuse %s with %s, by redirect', async (name, error) => {
  const server = await createTestAuthorizationServer()
  const answer = answerOf(await server.request(authorizePath({ [name]: 'https://c.test/request.jwt' })))
  expect(answer.get('error')).toBe(error)
  expect(answer.get('state')).toBe('xyz')
})
