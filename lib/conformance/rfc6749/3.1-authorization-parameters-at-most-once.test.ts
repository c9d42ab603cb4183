import { expect, test } from 'vitest'
import { createTestAuthorizationServer, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { answerOf, authorizePath, GOOD_REQUEST, pageName } from '@/lib/testing/front-channel'

const server = await createTestAuthorizationServer()
const names = Object.keys(GOOD_REQUEST)

test.each(['client_id', 'redirect_uri'])('[GEN-07] MUST NOT redirect anywhere when %s is sent twice', async (name) => {
  for (const second of [GOOD_REQUEST[name] ?? '', 'http://evil.test/']) {
    const response = await server.request(`${authorizePath()}&${name}=${encodeURIComponent(second)}`)
    expect(response.status).toBe(400)
    expect(response.headers.get('location')).toBeNull()
    expect(await pageName(response)).toBe('error')
  }
})

test.each(names.filter((name) => name !== 'client_id' && name !== 'redirect_uri'))(
  '[GEN-06] MUST refuse %s sent twice, with the same value or another',
  async (name) => {
    for (const second of [GOOD_REQUEST[name] ?? '', 'another']) {
      const response = await server.request(`${authorizePath()}&${name}=${encodeURIComponent(second)}`)
      expect(answerOf(response).get('error')).toBe('invalid_request')
    }
  },
)

test('[GEN-06] MUST refuse a parameter nobody knows when it is sent twice', async () => {
  const response = await server.request(`${authorizePath()}&foo=1&foo=2`)
  expect(answerOf(response).get('error')).toBe('invalid_request')
})

test('[GEN-06] MUST see a repetition in a POSTed request too', async () => {
  const response = await server.form('/authorize', [...Object.entries(GOOD_REQUEST), ['state', 'other']])
  expect(answerOf(response).get('error')).toBe('invalid_request')
})

test('[GEN-08] a repeated resource is not a repeated parameter (RFC 8707, section 2)', async () => {
  const resource = encodeURIComponent(TEST_ORIGINS.resource)
  const response = await server.request(`${authorizePath()}&resource=${resource}&resource=${resource}`)
  expect(await pageName(response)).toBe('login')
})

test('the learner sees the first value used where the policy lets repetitions pass', async () => {
  const careless = await createTestAuthorizationServer({ policy: { refuseRepeatedParameters: false } })
  const response = await careless.request(`${authorizePath()}&redirect_uri=http://evil.test/`)
  expect(await pageName(response)).toBe('login')
  expect(careless.checks().find(({ id }) => id === 'client-and-redirect-uri-once')?.verdict).toBe('off')
})
