import { generateSecret, SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { decodeJwt } from '@/lib/oauth/jwt'
import { basic, TEST_ORIGINS, TEST_TIME } from '@/lib/testing/authorization-server'
import { introspect, outcome } from '@/lib/testing/back-channel'
import {
  createAssertionServer,
  DIRECTORY,
  JWT_BEARER_GRANT,
  present,
  userAssertion,
} from '@/lib/testing/user-assertion'

const REFUSED = '400 invalid_grant'
const now = TEST_TIME / 1000

describe('[JB-01] MUST be one JWT with iss, sub, aud and exp', () => {
  test.each(['iss', 'sub', 'aud', 'exp'])('without %s it is refused', async (claim) => {
    const as = await createAssertionServer()
    const assertion = await userAssertion({ claims: { [claim]: undefined } })
    expect(await outcome(await present(as, assertion))).toBe(REFUSED)
  })

  test('what is no JWT is refused; nothing at all is invalid_request', async () => {
    const as = await createAssertionServer()
    expect(await outcome(await present(as, 'a.b.c'))).toBe(REFUSED)
    expect(await outcome(await as.form('/token', { grant_type: JWT_BEARER_GRANT }, basic('agent')))).toBe(
      '400 invalid_request',
    )
  })

  test('a changed one, and one signed with another key, are refused', async () => {
    const as = await createAssertionServer()
    const [header, , signature] = (await userAssertion()).split('.')
    const [, payload] = (await userAssertion({ claims: { exp: now + 299 } })).split('.')
    expect(await outcome(await present(as, `${header}.${payload}.${signature}`))).toBe(REFUSED)
    expect(await outcome(await present(as, await userAssertion({ byStranger: true })))).toBe(REFUSED)
  })

  test('a good one is worth a token for the user', async () => {
    const as = await createAssertionServer()
    const { access_token } = await (await present(as, await userAssertion())).json()
    const facts = { sub: 'alice', client_id: 'agent', aud: TEST_ORIGINS.resource }
    expect(decodeJwt(access_token)?.payload).toMatchObject(facts)
    expect(await introspect(as, access_token)).toMatchObject({ active: true, ...facts })
  })
})

test.each([
  ['expired', { exp: now - 60 }],
  ['not good yet', { nbf: now + 600 }],
  ['made in the future', { iat: now + 600 }],
  ['living too long', { exp: now + 86_400 }],
  ['about nobody', { sub: 'nobody' }],
  ['of the wrong types', { iss: 7, exp: 'soon' }],
])('[JB-02] MUST answer invalid_grant to one that is %s', async (_, claims) => {
  const as = await createAssertionServer()
  expect(await outcome(await present(as, await userAssertion({ claims })))).toBe(REFUSED)
})

test('[JB-03] MUST be made for this server, by its issuer identifier or its token endpoint', async () => {
  const as = await createAssertionServer()
  const { issuer } = TEST_ORIGINS
  for (const aud of ['https://elsewhere.example', `${issuer}/`, issuer.toUpperCase(), TEST_ORIGINS.resource]) {
    expect(await outcome(await present(as, await userAssertion({ claims: { aud } })))).toBe(REFUSED)
  }
  for (const aud of [issuer, `${issuer}/token`, ['https://elsewhere.example', issuer]]) {
    expect((await present(as, await userAssertion({ claims: { aud } }))).status).toBe(200)
  }
})

test('[JB-04] MUST check client credentials that come with it', async () => {
  const as = await createAssertionServer()
  const assertion = await userAssertion()
  expect(await outcome(await present(as, assertion, {}, basic('agent', 'wrong')))).toBe('401 invalid_client')
  expect(await outcome(await present(as, assertion, {}, basic('web')))).toBe('400 unauthorized_client')
  expect((await present(as, assertion)).status).toBe(200)
})

describe('[JB-05] MAY refuse what was used before', () => {
  test('by jti', async () => {
    const as = await createAssertionServer()
    const assertion = await userAssertion()
    expect((await present(as, assertion)).status).toBe(200)
    expect(await outcome(await present(as, assertion))).toBe(REFUSED)
  })

  test('without jti, by the assertion itself', async () => {
    const as = await createAssertionServer()
    const assertion = await userAssertion({ claims: { jti: undefined } })
    expect((await present(as, assertion)).status).toBe(200)
    expect(await outcome(await present(as, assertion))).toBe(REFUSED)
  })

  test('of racers, one wins', async () => {
    const as = await createAssertionServer()
    const assertion = await userAssertion()
    const racers = await Promise.all(Array.from({ length: 20 }, () => present(as, assertion)))
    expect(racers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('a refusal for another reason does not use it up', async () => {
    const as = await createAssertionServer()
    const assertion = await userAssertion()
    expect(await outcome(await present(as, assertion, { scope: 'photos.write' }))).toBe('400 invalid_scope')
    expect((await present(as, assertion)).status).toBe(200)
  })
})

describe('[JB-06] MUST come from an issuer trusted for that user, signed in an allowed way', () => {
  test('a self-made issuer', async () => {
    const as = await createAssertionServer()
    const claims = { iss: 'https://self-made.example' }
    expect(await outcome(await present(as, await userAssertion({ claims, byStranger: true })))).toBe(REFUSED)
    expect(await outcome(await present(as, await userAssertion({ claims })))).toBe(REFUSED)
  })

  test('a user the issuer may not speak for', async () => {
    const as = await createAssertionServer()
    expect(await outcome(await present(as, await userAssertion({ claims: { sub: 'mallory' } })))).toBe(REFUSED)
  })

  test('alg none, and a symmetric one', async () => {
    const as = await createAssertionServer()
    const claims = { iss: DIRECTORY, sub: 'alice', aud: TEST_ORIGINS.issuer, exp: now + 300 }
    expect(await outcome(await present(as, new UnsecuredJWT(claims).encode()))).toBe(REFUSED)
    const secret = await generateSecret('HS256')
    const symmetric = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(secret)
    expect(await outcome(await present(as, symmetric))).toBe(REFUSED)
    expect(as.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('user-assertion-algorithm')
  })
})

test('[JB-07] SHOULD give no refresh token, and no more scope than was agreed on for the issuer', async () => {
  const as = await createAssertionServer()
  const tokens = await (await present(as, await userAssertion())).json()
  expect(tokens).not.toHaveProperty('refresh_token')
  expect(tokens.scope).toBe('photos.read')
  const wide = await present(as, await userAssertion(), { scope: 'photos.read photos.write' })
  expect(await outcome(wide)).toBe('400 invalid_scope')
})

test('MUST be all believed where the policy is lax: every check it leaves out is off', async () => {
  const as = await createAssertionServer({ policy: { assertionChecks: 'lax' } })
  const claims = { iss: 'x', sub: 'alice', aud: 'y', exp: now - 999 }
  expect((await present(as, new UnsecuredJWT(claims).encode(), { scope: 'photos.read' })).status).toBe(200)
  expect(
    as
      .checks()
      .filter(({ verdict }) => verdict === 'off')
      .map(({ id }) => id),
  ).toEqual(
    expect.arrayContaining([
      'user-assertion-issuer-trusted',
      'user-assertion-algorithm',
      'user-assertion-signature',
      'user-assertion-audience',
      'user-assertion-current',
      'user-assertion-unused',
    ]),
  )
})
