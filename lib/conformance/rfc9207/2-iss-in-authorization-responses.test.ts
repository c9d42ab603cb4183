import { expect, test } from 'vitest'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { answerOf, authorizePath, testBrowser } from '@/lib/testing/front-channel'

test('[AUT-16] MUST name the issuer in successful responses', async () => {
  const location = await testBrowser(await createTestAuthorizationServer()).grant()
  expect(location.searchParams.getAll('iss')).toEqual([TEST_ORIGINS.issuer])
})

test.each(['query', 'fragment'])('[AUT-16] MUST name the issuer in error responses (%s)', async (response_mode) => {
  const server = await createTestAuthorizationServer()
  const refused = await server.request(authorizePath({ response_mode, scope: 'bad' }))
  expect(answerOf(refused).getAll('iss')).toEqual([TEST_ORIGINS.issuer])
})

test('the learner sees no iss where the policy leaves it out', async () => {
  const server = await createTestAuthorizationServer({ policy: { issInResponse: false } })
  expect((await testBrowser(server).grant()).searchParams.has('iss')).toBe(false)
})
