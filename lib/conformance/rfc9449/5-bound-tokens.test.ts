import { expect, test } from 'vitest'
import { serverMetadata } from '@/lib/authorization-server/endpoints/metadata'
import { decodeJwt } from '@/lib/oauth/jwt'
import { basic, CALLBACK, createTestAuthorizationServer, type TestTokens } from '@/lib/testing/authorization-server'
import { codeRequest, introspect, outcome, refresh } from '@/lib/testing/back-channel'
import { proofMaker } from '@/lib/testing/dpop'
import { GOOD_REQUEST } from '@/lib/testing/front-channel'

const SPA = { client_id: 'spa', redirect_uri: 'http://localhost:3003/client/test/spa/callback' }

test('[DP-12] MUST answer token_type DPoP for a token that is bound, and name the key in it', async () => {
  const as = await createTestAuthorizationServer()
  const maker = await proofMaker()
  const dpop = await maker.proof()
  const response = await as.form('/token', await codeRequest(as), { ...basic('web'), dpop })
  const tokens = (await response.json()) as TestTokens
  expect(tokens.token_type).toBe('DPoP')
  expect(decodeJwt(tokens.access_token)?.payload.cnf).toEqual({ jkt: maker.jkt })
  expect((await as.tokens()).token_type).toBe('Bearer')
})

test('[DP-13] MUST bind the refresh tokens of a public client to its key', async () => {
  const as = await createTestAuthorizationServer()
  const maker = await proofMaker()
  const request = { ...(await codeRequest(as, SPA)), client_id: 'spa' }
  const response = await as.form('/token', request, { dpop: await maker.proof() })
  const { refresh_token } = (await response.json()) as TestTokens
  const again = (headers: Record<string, string>) => refresh(as, refresh_token, { client_id: 'spa' }, headers)

  expect(await outcome(await again({}))).toBe('400 invalid_grant')
  expect(await outcome(await again({ dpop: await (await proofMaker()).proof() }))).toBe('400 invalid_grant')
  const renewed = (await (await again({ dpop: await maker.proof() })).json()) as TestTokens
  expect(renewed.token_type).toBe('DPoP')
  const next = await refresh(as, renewed.refresh_token, { client_id: 'spa' }, {})
  expect(await outcome(next), 'rotation keeps the binding').toBe('400 invalid_grant')
})

test('a confidential client may change its key with a refresh: it authenticates', async () => {
  const as = await createTestAuthorizationServer()
  const dpop = await (await proofMaker()).proof()
  const response = await as.form('/token', await codeRequest(as), { ...basic('web'), dpop })
  const { refresh_token } = (await response.json()) as TestTokens
  const other = await proofMaker()
  const renewed = await refresh(as, refresh_token, {}, { ...basic('web'), dpop: await other.proof() })
  expect(decodeJwt(((await renewed.json()) as TestTokens).access_token)?.payload.cnf).toEqual({ jkt: other.jkt })
})

test('[DP-14] MUST refuse a client without proof that registered for bound tokens, or where the policy wants them', async () => {
  const bound = { grant_types: ['authorization_code'], redirect_uris: [CALLBACK], dpop_bound_access_tokens: true }
  const as = await createTestAuthorizationServer({ clients: [{ ...bound, client_id: 'web' }] })
  expect(await outcome(await as.form('/token', await codeRequest(as), basic('web')))).toBe('400 invalid_dpop_proof')
  const strict = await createTestAuthorizationServer({ policy: { senderConstrained: 'dpop' } })
  const request = await codeRequest(strict)
  expect(await outcome(await strict.form('/token', request, basic('web')))).toBe('400 invalid_dpop_proof')
  const dpop = await (await proofMaker()).proof()
  expect(await outcome(await strict.form('/token', request, { ...basic('web'), dpop }))).toBe('200')
})

test('[DP-18] MUST redeem a code only with the key that the authorization request named', async () => {
  const as = await createTestAuthorizationServer()
  const maker = await proofMaker()
  const request = await codeRequest(as, { dpop_jkt: maker.jkt })
  expect(await outcome(await as.form('/token', request, basic('web')))).toBe('400 invalid_grant')
  const other = await (await proofMaker()).proof()
  expect(await outcome(await as.form('/token', request, { ...basic('web'), dpop: other }))).toBe('400 invalid_grant')
  const dpop = await maker.proof()
  expect(await outcome(await as.form('/token', request, { ...basic('web'), dpop }))).toBe('200')
})

test('[DP-19] MUST name the key and the type when a bound token is introspected', async () => {
  for (const accessTokenFormat of ['jwt', 'opaque'] as const) {
    const as = await createTestAuthorizationServer({ policy: { accessTokenFormat } })
    const maker = await proofMaker()
    const dpop = await maker.proof()
    const response = await as.form('/token', await codeRequest(as), { ...basic('web'), dpop })
    const { access_token } = (await response.json()) as TestTokens
    expect(await introspect(as, access_token)).toMatchObject({ token_type: 'DPoP', cnf: { jkt: maker.jkt } })
    const bearer = await introspect(as, (await as.tokens()).access_token)
    expect(bearer).toMatchObject({ token_type: 'Bearer' })
    expect(bearer).not.toHaveProperty('cnf')
  }
})

test('[DP-20] SHOULD advertise the algorithms of proofs while proofs are taken', async () => {
  const as = await createTestAuthorizationServer()
  expect(serverMetadata(as.env).dpop_signing_alg_values_supported).toContain('ES256')
  as.env.policy = { ...as.env.policy, senderConstrained: 'bearer' }
  expect(serverMetadata(as.env)).not.toHaveProperty('dpop_signing_alg_values_supported')
  const dpop = await (await proofMaker()).proof()
  const response = await as.form('/token', await codeRequest(as), { ...basic('web'), dpop })
  expect(((await response.json()) as TestTokens).token_type).toBe('Bearer')
})

test('[PA-12] MUST take the key of a pushed request from dpop_jkt or from a proof, and refuse two that differ', async () => {
  const as = await createTestAuthorizationServer()
  const maker = await proofMaker()
  const claims = { htu: `${as.env.origins.issuer}/par` }
  const push = async (parameters: Record<string, string>, dpop?: string) =>
    as.form('/par', { ...GOOD_REQUEST, ...parameters }, { ...basic('web'), ...(dpop !== undefined && { dpop }) })
  const named = { dpop_jkt: maker.jkt }
  expect((await push(named)).status).toBe(201)
  expect((await push({}, await maker.proof({ claims }))).status).toBe(201)
  expect((await push(named, await maker.proof({ claims }))).status).toBe(201)
  const kept = await as.store.find('pushed_requests', {})
  expect(kept.map(({ parameters }) => new URLSearchParams(parameters).getAll('dpop_jkt'))).toEqual(
    Array.from({ length: 3 }, () => [maker.jkt]),
  )
  const other = await (await proofMaker()).proof({ claims })
  expect(await outcome(await push(named, other))).toBe('400 invalid_dpop_proof')
})
