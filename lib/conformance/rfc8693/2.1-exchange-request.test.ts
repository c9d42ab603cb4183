import { describe, expect, test } from 'vitest'
import { basic, TEST_ORIGINS } from '@/lib/testing/authorization-server'
import { outcome } from '@/lib/testing/back-channel'
import { createExchangeServer, exchange, SHOP, TOKEN_EXCHANGE, tokenForShop } from '@/lib/testing/token-exchange'

test('[TX-01] MUST have subject_token and subject_token_type', async () => {
  const as = await createExchangeServer()
  const subject_token = await tokenForShop(as)
  expect(await outcome(await exchange(as, { subject_token: null }))).toBe('400 invalid_request')
  expect(await outcome(await exchange(as, { subject_token, subject_token_type: null }))).toBe('400 invalid_request')
  expect((await exchange(as, { subject_token })).status).toBe(200)
})

test('[TX-02] MUST have actor_token_type with actor_token, and not without', async () => {
  const as = await createExchangeServer()
  const subject_token = await tokenForShop(as)
  expect(await outcome(await exchange(as, { subject_token, actor_token: 'x' }))).toBe('400 invalid_request')
  const actor_token_type = 'urn:ietf:params:oauth:token-type:access_token'
  expect(await outcome(await exchange(as, { subject_token, actor_token_type }))).toBe('400 invalid_request')
})

test('MUST refuse other types of tokens, to exchange and to get', async () => {
  const as = await createExchangeServer()
  const subject_token = await tokenForShop(as)
  const other = 'urn:ietf:params:oauth:token-type:id_token'
  expect(await outcome(await exchange(as, { subject_token, subject_token_type: other }))).toBe('400 invalid_request')
  expect(await outcome(await exchange(as, { subject_token, requested_token_type: other }))).toBe('400 invalid_request')
})

describe('[TX-09] MUST let only clients exchange that authenticate and are registered for it', () => {
  test('a client that is not registered for it', async () => {
    const as = await createExchangeServer()
    const subject_token = await tokenForShop(as)
    expect(await outcome(await exchange(as, { subject_token, client_id: 'spa' }, {}))).toBe('400 unauthorized_client')
    expect(await outcome(await exchange(as, { subject_token }, basic('web')))).toBe('400 unauthorized_client')
  })

  test('a wrong secret, and none', async () => {
    const as = await createExchangeServer()
    const subject_token = await tokenForShop(as)
    expect(await outcome(await exchange(as, { subject_token }, basic('shop', 'wrong')))).toBe('401 invalid_client')
    expect(await outcome(await exchange(as, { subject_token, client_id: 'shop' }, {}))).toBe('401 invalid_client')
  })

  test('a public client, though registered', async () => {
    const as = await createExchangeServer()
    const resource = `${SHOP}/open`
    const { access_token } = await as.tokens({ scope: 'photos.read', resource })
    const attempt = exchange(as, { subject_token: access_token, client_id: 'open' }, {})
    expect(await outcome(await attempt)).toBe('400 unauthorized_client')
  })
})

test('[TX-10] SHOULD take only tokens whose audience is the service that exchanges them', async () => {
  const as = await createExchangeServer()
  const forDrive = (await as.tokens({ scope: 'photos.read' })).access_token
  expect(await outcome(await exchange(as, { subject_token: forDrive }))).toBe('400 invalid_request')
  const forShop = await tokenForShop(as)
  expect(await outcome(await exchange(as, { subject_token: forShop }, basic('paper')))).toBe('400 invalid_request')
  const lax = await createExchangeServer({ policy: { tokenExchange: 'any' } })
  const stray = (await lax.tokens({ scope: 'photos.read' })).access_token
  expect((await exchange(lax, { subject_token: stray })).status).toBe(200)
})

test('[GEN-08] MUST let audience and resource repeat where they name one target', async () => {
  const as = await createExchangeServer()
  const token = await tokenForShop(as)
  const request: [string, string][] = [
    ['grant_type', TOKEN_EXCHANGE],
    ['subject_token', token],
    ['subject_token_type', 'urn:ietf:params:oauth:token-type:access_token'],
    ['resource', TEST_ORIGINS.resource],
    ['resource', TEST_ORIGINS.resource],
    ['audience', 'photo-drive'],
    ['audience', 'photo-drive'],
  ]
  expect((await as.form('/token', request, basic('shop'))).status).toBe(200)
  const two = await as.form('/token', [...request, ['audience', 'paper']], basic('shop'))
  expect(await outcome(two)).toBe('400 invalid_target')
})
