import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { answerOf, authorizePath, GOOD_REQUEST, pageName } from '@/lib/testing/front-channel'

const server = await createTestAuthorizationServer()

test('[GEN-10] MUST ignore parameters it does not know', async () => {
  expect(await pageName(await server.request(`${authorizePath()}&foo=bar&ui_locales=fr&display=page`))).toBe('login')
})

test('[GEN-11] MUST take parameter names by their exact case', async () => {
  const response = await server.request(authorizePath({ response_type: null, Response_Type: 'code' }))
  expect(answerOf(response).get('error')).toBe('invalid_request')
})

test('[AUT-01] MUST serve GET', async () => {
  expect(await pageName(await server.request(authorizePath()))).toBe('login')
})

test('[AUT-01] MAY serve POST, and then answers the same', async () => {
  expect(await pageName(await server.form('/authorize', GOOD_REQUEST))).toBe('login')
  const refused = await server.form('/authorize', { ...GOOD_REQUEST, response_type: '' })
  expect(answerOf(refused).get('error')).toBe('invalid_request')
})

test('[AUT-01] MUST NOT read a POSTed request in another format', async () => {
  const response = await server.request('/authorize', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(GOOD_REQUEST),
  })
  expect(response.status).toBe(400)
  expect(response.headers.get('location')).toBeNull()
})

test('[GEN-22] MUST take names and values in UTF-8, with + and %20 for a space (appendix B)', async () => {
  const response = await server.request(`${authorizePath({ scope: null })}&scope=photos.read+photos.write`)
  expect(await pageName(response)).toBe('login')
  const [stored] = await server.store.find('transactions', { scope: 'photos.read photos.write' })
  expect(stored).toBeDefined()
})
