import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { answerOf, authorizePath, locationOf, testBrowser } from '@/lib/testing/front-channel'

const server = await createTestAuthorizationServer()

test.each(['token', 'id_token token', 'code token', 'token&response_mode=query'])(
  '[AUT-31] MUST send the error of a token-bearing response type in the fragment (%s)',
  async (response_type) => {
    const [type = '', mode] = response_type.split('&response_mode=')
    const path = authorizePath({ response_type: type, response_mode: mode ?? null })
    const location = new URL(locationOf(await server.request(path)))
    expect(location.search).toBe('')
    expect(location.hash).toMatch(/^#error=unsupported_response_type&/)
  },
)

test.each(['form_post', 'web_message', 'Query', 'x'])(
  '[AUT-31] MUST refuse the unknown response_mode %s',
  async (response_mode) => {
    const response = await server.request(authorizePath({ response_mode }))
    expect(answerOf(response).get('error')).toBe('invalid_request')
  },
)

test('a code goes to the query unless the fragment is asked for', async () => {
  const browser = testBrowser(server)
  expect((await browser.grant()).hash).toBe('')
  const location = await browser.grant({ response_mode: 'fragment' })
  expect(location.search).toBe('')
  expect(new URLSearchParams(location.hash.slice(1)).get('code')).toBeTruthy()
})
