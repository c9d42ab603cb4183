import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { answerOf, authorizePath, testBrowser } from '@/lib/testing/front-channel'

const states = ['a+b/=&%é 𝄞', '%2B%20', ' ', '<script>', '\r\nSet-Cookie: a=b', 'x'.repeat(2000)]

test.each(states)('[AUT-15] MUST return the state %j exactly, with a code', async (state) => {
  const location = await testBrowser(await createTestAuthorizationServer()).grant({ state })
  expect(location.searchParams.getAll('state')).toEqual([state])
  expect(location.searchParams.has('code')).toBe(true)
})

test.each(states)('[AUT-15] MUST return the state %j exactly, with an error', async (state) => {
  const server = await createTestAuthorizationServer()
  const answer = answerOf(await server.request(authorizePath({ state, response_type: null })))
  expect(answer.getAll('state')).toEqual([state])
})

test('[AUT-15] MUST NOT send a state that was not sent', async () => {
  const server = await createTestAuthorizationServer()
  expect((await testBrowser(server).grant({ state: null })).searchParams.has('state')).toBe(false)
  const refused = await server.request(authorizePath({ state: null, response_type: null }))
  expect(answerOf(refused).has('state')).toBe(false)
})
