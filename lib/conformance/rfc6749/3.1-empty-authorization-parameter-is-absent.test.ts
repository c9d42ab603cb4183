import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { answerOf, authorizePath, pageName } from '@/lib/testing/front-channel'

const server = await createTestAuthorizationServer()

test('[GEN-09] MUST treat an empty redirect_uri as left out', async () => {
  expect(await pageName(await server.request(authorizePath({ redirect_uri: '' })))).toBe('login')
  const [stored] = await server.store.find('transactions', { client_id: 'web' })
  expect(stored?.redirect_uri_sent).toBe(false)
})

test('[GEN-09] MUST treat an empty scope as left out', async () => {
  expect(await pageName(await server.request(authorizePath({ scope: '' })))).toBe('login')
})

test('[GEN-09] MUST treat an empty response_type as missing', async () => {
  expect(answerOf(await server.request(authorizePath({ response_type: '' }))).get('error')).toBe('invalid_request')
})

test('[GEN-09] MUST treat an empty code_challenge as missing', async () => {
  expect(answerOf(await server.request(authorizePath({ code_challenge: '' }))).get('error')).toBe('invalid_request')
})

test('[GEN-09] MUST NOT answer with a state that was sent empty', async () => {
  const answer = answerOf(await server.request(authorizePath({ state: '', response_type: '' })))
  expect(answer.has('state')).toBe(false)
})
