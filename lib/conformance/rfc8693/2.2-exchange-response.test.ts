import { describe, expect, test } from 'vitest'
import { revokeGrant } from '@/lib/authorization-server/tokens/grants'
import { decodeJwt } from '@/lib/oauth/jwt'
import { basic, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { introspect, outcome } from '@/lib/testing/back-channel'
import { ACCESS_TOKEN_TYPE, createExchangeServer, exchange, SUPPLIER, tokenForShop } from '@/lib/testing/token-exchange'

test('[TX-05] MUST say what kind of token was issued and how it is used', async () => {
  const as = await createExchangeServer()
  const response = await exchange(as, { subject_token: await tokenForShop(as), scope: 'photos.read' })
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toEqual({
    access_token: expect.any(String),
    issued_token_type: ACCESS_TOKEN_TYPE,
    token_type: 'Bearer',
    expires_in: expect.any(Number),
    scope: 'photos.read',
  })
})

describe('[TX-03] MUST answer invalid_request for a token that is not good', () => {
  test('unknown, and a refresh token', async () => {
    const as = await createExchangeServer()
    const { refresh_token } = await as.tokens({ scope: 'photos.read' })
    expect(await outcome(await exchange(as, { subject_token: 'guess' }))).toBe('400 invalid_request')
    expect(await outcome(await exchange(as, { subject_token: refresh_token }))).toBe('400 invalid_request')
  })

  test('expired', async () => {
    const as = await createExchangeServer()
    const subject_token = await tokenForShop(as)
    as.clock.advance(601)
    expect(await outcome(await exchange(as, { subject_token }))).toBe('400 invalid_request')
  })

  test('revoked, with its grant', async () => {
    const as = await createExchangeServer()
    const subject_token = await tokenForShop(as)
    const [grant] = await as.store.find('grants', {})
    await revokeGrant(as.env, grant?.key ?? '', 'client asked')
    expect(await outcome(await exchange(as, { subject_token }))).toBe('400 invalid_request')
  })

  test('of a user who was disabled', async () => {
    const as = await createExchangeServer()
    const subject_token = await tokenForShop(as)
    await as.store.update('users', 'alice', { disabled_at: as.env.now() })
    expect(await outcome(await exchange(as, { subject_token }))).toBe('400 invalid_request')
  })

  test('an actor token of somebody else, or of nobody', async () => {
    const as = await createExchangeServer()
    const subject_token = await tokenForShop(as)
    const actor = { subject_token, actor_token_type: ACCESS_TOKEN_TYPE }
    const foreign = (await as.tokens({ scope: 'photos.read' })).access_token
    expect(await outcome(await exchange(as, { ...actor, actor_token: 'guess' }))).toBe('400 invalid_request')
    expect(await outcome(await exchange(as, { ...actor, actor_token: foreign }))).toBe('400 invalid_request')
  })
})

test('[TX-04] SHOULD answer invalid_target for a target it does not know, or not for this client', async () => {
  const as = await createExchangeServer()
  const subject_token = await tokenForShop(as)
  for (const target of [{ resource: 'https://evil.test' }, { audience: 'rs2' }, { audience: 'web' }]) {
    expect(await outcome(await exchange(as, { subject_token, ...target }))).toBe('400 invalid_target')
  }
  expect((await exchange(as, { subject_token, audience: 'photo-drive' })).status).toBe(200)
})

describe('[TX-06] MUST give no more than the subject token and the client may have', () => {
  test('scope', async () => {
    const as = await createExchangeServer()
    const subject_token = await tokenForShop(as)
    const wide = await exchange(as, { subject_token, scope: 'photos.read photos.write' })
    expect(await outcome(wide)).toBe('400 invalid_scope')
    expect((await (await exchange(as, { subject_token })).json()).scope).toBe('photos.read')
    const narrow = await tokenForShop(as, 'photos.write')
    expect(await outcome(await exchange(as, { subject_token: narrow, scope: 'photos.read' }))).toBe('400 invalid_scope')
    expect(await outcome(await exchange(as, { subject_token: narrow }))).toBe('400 invalid_scope')
  })

  test('time', async () => {
    const as = await createExchangeServer()
    const subject_token = await tokenForShop(as)
    as.clock.advance(500)
    const { access_token, expires_in } = await (await exchange(as, { subject_token })).json()
    expect(expires_in).toBe(100)
    expect(decodeJwt(access_token)?.payload.exp).toBe(decodeJwt(subject_token)?.payload.exp)
  })

  test('its end comes with the end of the grant', async () => {
    const as = await createExchangeServer()
    const { access_token } = await (await exchange(as, { subject_token: await tokenForShop(as) })).json()
    expect((await introspect(as, access_token)).active).toBe(true)
    const [grant] = await as.store.find('grants', {})
    await revokeGrant(as.env, grant?.key ?? '', 'client asked')
    expect(await introspect(as, access_token)).toEqual({ active: false })
  })
})

describe('[TX-07] SHOULD name the actor', () => {
  test('in the token and at introspection, with the user as subject', async () => {
    const as = await createExchangeServer()
    const { access_token } = await (await exchange(as, { subject_token: await tokenForShop(as) })).json()
    const facts = { sub: 'alice', client_id: 'shop', aud: TEST_ORIGINS.resource, act: { sub: 'shop' } }
    expect(decodeJwt(access_token)?.payload).toMatchObject(facts)
    expect(await introspect(as, access_token)).toMatchObject({ active: true, ...facts })
  })

  test('and keep the chain of those before it', async () => {
    const as = await createExchangeServer()
    const subject_token = await tokenForShop(as)
    const first = await (await exchange(as, { subject_token, resource: SUPPLIER })).json()
    const second = await (await exchange(as, { subject_token: first.access_token }, basic('paper'))).json()
    expect(decodeJwt(second.access_token)?.payload.act).toEqual({ sub: 'paper', act: { sub: 'shop' } })
  })
})

test('[TX-08] SHOULD honour may_act', async () => {
  const as = await createExchangeServer()
  const subject_token = await tokenForShop(as)
  expect(decodeJwt(subject_token)?.payload.may_act).toEqual({ sub: 'shop' })
  const [row] = await as.store.find('access_tokens', { client_id: 'web' })
  await as.store.update('access_tokens', row?.key ?? '', { may_act: 'paper' })
  expect(await outcome(await exchange(as, { subject_token }))).toBe('400 invalid_request')
  expect(as.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('actor-allowed')
})
