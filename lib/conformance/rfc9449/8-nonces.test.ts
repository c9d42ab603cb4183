import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'
import { proofMaker } from '@/lib/testing/dpop'

test('[DP-15] MUST answer a proof without nonce by 400 use_dpop_nonce and one nonce, with which it then works', async () => {
  const as = await createTestAuthorizationServer({ policy: { dpopNonce: true } })
  const maker = await proofMaker()
  const request = await codeRequest(as)
  const challenged = await as.form('/token', request, { ...basic('web'), dpop: await maker.proof() })
  expect(await outcome(challenged)).toBe('400 use_dpop_nonce')
  const nonce = challenged.headers.get('dpop-nonce') ?? ''
  expect(nonce).toMatch(/^[\w-]{22}$/)
  const dpop = await maker.proof({ claims: { nonce } })
  const answered = await as.form('/token', request, { ...basic('web'), dpop })
  expect(answered.status).toBe(200)
  expect(answered.headers.get('dpop-nonce')).toBe(nonce)
  expect(answered.headers.get('cache-control')).toContain('no-store')
})

test('[DP-16] MUST refuse proofs without nonce, or with one it never gave or gave long ago', async () => {
  const as = await createTestAuthorizationServer({ policy: { dpopNonce: true } })
  const maker = await proofMaker()
  const send = async (claims: Record<string, unknown>, at = 0) => {
    const dpop = await maker.proof({ claims, at })
    return as.form('/token', await codeRequest(as), { ...basic('web'), dpop })
  }
  const nonce = (await send({})).headers.get('dpop-nonce') ?? ''
  expect((await send({ nonce })).status).toBe(200)
  for (const claims of [{}, { nonce: 'made-up' }, { nonce: 7 }]) {
    expect(await outcome(await send(claims))).toBe('400 use_dpop_nonce')
  }
  as.clock.advance(120)
  const renewed = await send({ nonce }, 120)
  expect(renewed.status, 'the old nonce overlaps with the new one').toBe(200)
  expect(renewed.headers.get('dpop-nonce')).not.toBe(nonce)
  as.clock.advance(200)
  expect(await outcome(await send({ nonce }, 320))).toBe('400 use_dpop_nonce')
})
