import { expect, test } from 'vitest'
import { createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { answerOf, authorizePath } from '@/lib/testing/front-channel'

const server = await createTestAuthorizationServer({
  clients: [
    {
      client_id: 'refresh-only',
      grant_types: ['refresh_token'],
      response_types: [],
      redirect_uris: ['http://localhost:3003/client/test/callback'],
      scope: 'photos.read',
    },
  ],
})

test('[AUT-12] MUST refuse a request without response_type, by redirect and with its state', async () => {
  const answer = answerOf(await server.request(authorizePath({ response_type: null })))
  expect(answer.get('error')).toBe('invalid_request')
  expect(answer.get('state')).toBe('xyz')
})

test.each(['CODE', 'Code', 'cod', 'code code', 'foo', 'password'])(
  '[AUT-13] MUST refuse response_type=%s as unsupported',
  async (response_type) => {
    const answer = answerOf(await server.request(authorizePath({ response_type })))
    expect(answer.get('error')).toBe('unsupported_response_type')
    expect(server.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('response-type-supported')
  },
)

test('[AUT-13] MUST refuse a response_type the client did not register', async () => {
  const answer = answerOf(await server.request(authorizePath({ client_id: 'refresh-only' })))
  expect(answer.get('error')).toBe('unauthorized_client')
  expect(answer.get('state')).toBe('xyz')
})
