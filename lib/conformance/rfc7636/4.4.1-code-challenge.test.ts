import { expect, test } from 'vitest'
import { CHALLENGE, createTestAuthorizationServer, TEST_ORIGINS, VERIFIER } from '@/lib/testing/authorization-server'
import { answerOf, authorizePath, type Changes, pageName } from '@/lib/testing/front-channel'

const server = await createTestAuthorizationServer()
const lenient = await createTestAuthorizationServer({ preset: 'rfc6749' })

const refused = async (changes: Changes) => answerOf(await server.request(authorizePath(changes))).get('error')

test('[AUT-25] MUST refuse a public client without code_challenge, before anybody signs in', async () => {
  const spa = { client_id: 'spa', redirect_uri: `${TEST_ORIGINS.client}/spa/callback` }
  expect(await refused({ ...spa, code_challenge: null, code_challenge_method: null })).toBe('invalid_request')
})

test('[AUT-25] MUST refuse any client without code_challenge under this policy', async () => {
  expect(await refused({ code_challenge: null, code_challenge_method: null })).toBe('invalid_request')
})

test('MAY leave PKCE to the client where the policy says so', async () => {
  const path = authorizePath({ code_challenge: null, code_challenge_method: null })
  expect(await pageName(await lenient.request(path))).toBe('login')
})

test.each(['S512', 's256', 'PLAIN', 'none'])(
  '[AUT-26] MUST refuse the unknown method %s',
  async (code_challenge_method) => {
    expect(await refused({ code_challenge_method })).toBe('invalid_request')
  },
)

test('[AUT-28] MUST take a left out method for plain, and so refuse it where plain is off', async () => {
  expect(await refused({ code_challenge_method: null })).toBe('invalid_request')
  expect(await refused({ code_challenge_method: 'plain' })).toBe('invalid_request')
})

test('[AUT-28] MUST take a left out method for plain, never for S256, where plain is on', async () => {
  await lenient.request(authorizePath({ code_challenge: VERIFIER, code_challenge_method: null }))
  const [row] = await lenient.store.find('transactions', { code_challenge: VERIFIER })
  expect(row?.code_challenge_method).toBe('plain')
})

test.each([CHALLENGE.slice(1), `${CHALLENGE}a`, `${CHALLENGE.slice(1)}=`, `${CHALLENGE.slice(1)}+`, 'a'.repeat(129)])(
  '[AUT-27] MUST refuse %s as an S256 challenge (section 4.2)',
  async (code_challenge) => {
    expect(await refused({ code_challenge })).toBe('invalid_request')
  },
)

test.each(['a'.repeat(42), 'a'.repeat(129), `${'a'.repeat(42)}=`, `${'a'.repeat(42)} `])(
  '[AUT-27] MUST refuse %s as a plain challenge (section 4.2)',
  async (code_challenge) => {
    const path = authorizePath({ code_challenge, code_challenge_method: 'plain' })
    expect(answerOf(await lenient.request(path)).get('error')).toBe('invalid_request')
  },
)

test('the learner sees the challenge ignored where the policy has no PKCE', async () => {
  const without = await createTestAuthorizationServer({ policy: { pkce: 'off' } })
  await without.request(authorizePath())
  const [row] = await without.store.find('transactions', {})
  expect(row?.code_challenge).toBeNull()
})
