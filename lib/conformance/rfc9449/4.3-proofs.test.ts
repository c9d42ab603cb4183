import { SignJWT, UnsecuredJWT } from 'jose'
import { expect, test } from 'vitest'
import { basic, createTestAuthorizationServer, TEST_ORIGINS, TEST_TIME } from '@/lib/testing/authorization-server'
import { codeRequest, outcome } from '@/lib/testing/back-channel'
import { type ProofChanges, proofMaker } from '@/lib/testing/dpop'

const REFUSED = '400 invalid_dpop_proof'

/** What the token endpoint says to an honest request that comes with this proof, and which check said so. */
async function asked(dpop: string): Promise<{ said: string; by: string | undefined }> {
  const as = await createTestAuthorizationServer()
  const said = await outcome(await as.form('/token', await codeRequest(as), { ...basic('web'), dpop }))
  return { said, by: as.checks().find(({ verdict }) => verdict === 'failed')?.id }
}

async function judged(dpop: string): Promise<string> {
  return (await asked(dpop)).said
}

async function judgedWith(changes: ProofChanges): Promise<string> {
  return judged(await (await proofMaker()).proof(changes))
}

test('an honest proof is accepted, whichever supported algorithm signed it', async () => {
  for (const alg of ['ES256', 'PS256'] as const) {
    expect(await judged(await (await proofMaker(alg)).proof())).toBe('200')
  }
})

test('[DP-01] MUST take exactly one proof, which is a JWT', async () => {
  const maker = await proofMaker()
  const two = `${await maker.proof()}, ${await maker.proof()}`
  expect(await asked(two)).toEqual({ said: REFUSED, by: 'dpop.one-proof' })
  for (const junk of ['', 'x', 'a.b.c', 'e30.e30.']) expect(await judged(junk)).toBe(REFUSED)
})

test('[DP-02] MUST refuse a proof that lacks something, or has it in another type', async () => {
  for (const name of ['jti', 'htm', 'htu', 'iat']) {
    expect(await judgedWith({ claims: { [name]: undefined } })).toBe(REFUSED)
    expect(await judgedWith({ claims: { [name]: {} } })).toBe(REFUSED)
  }
  expect(await judgedWith({ header: { jwk: undefined } })).toBe(REFUSED)
  for (const typ of [undefined, 'JWT', 'at+jwt', 'DPOP+JWT'])
    expect(await judgedWith({ header: { typ } })).toBe(REFUSED)
})

test('[DP-03] MUST refuse algorithms that are not asymmetric', async () => {
  const { jwk } = await proofMaker()
  const { d: _, ...publicJwk } = jwk
  const claims = { jti: 'x', htm: 'POST', htu: `${TEST_ORIGINS.issuer}/token`, iat: TEST_TIME / 1000 }
  const secret = new TextEncoder().encode('a secret that is shared and long enough')
  const header = { alg: 'HS256', typ: 'dpop+jwt', jwk: publicJwk }
  const shared = await new SignJWT(claims).setProtectedHeader(header).sign(secret)
  expect(await asked(shared)).toEqual({ said: REFUSED, by: 'dpop.algorithm' })
  expect(await judged(new UnsecuredJWT(claims).encode())).toBe(REFUSED)
})

test('[DP-04] MUST verify the signature with the key in the proof, which is a public one', async () => {
  const maker = await proofMaker()
  const other = await proofMaker()
  const { d: _, ...stranger } = other.jwk
  expect(await judged(await maker.proof({ header: { jwk: stranger } }))).toBe(REFUSED)
  expect(await judged(await maker.proof({ header: { jwk: maker.jwk } }))).toBe(REFUSED)
  const [head, , signature] = (await maker.proof()).split('.')
  const [, body] = (await maker.proof()).split('.')
  expect(await judged(`${head}.${body}.${signature}`)).toBe(REFUSED)
})

test('[DP-05] MUST compare htm with the method, letter case and all', async () => {
  for (const htm of ['GET', 'post']) expect(await judgedWith({ claims: { htm } })).toBe(REFUSED)
})

test('[DP-06] MUST compare htu with the URI, whatever its query, and normalised', async () => {
  const uri = `${TEST_ORIGINS.issuer}/token`
  for (const htu of [`${uri}?x=1`, `${uri}#x`, uri.replace('http://localhost', 'HTTP://LOCALHOST')]) {
    expect(await judgedWith({ claims: { htu } })).toBe('200')
  }
  const others = [
    `${uri}/`,
    `${TEST_ORIGINS.issuer}/par`,
    uri.replace('3001', '3002'),
    uri.replace('http', 'https'),
    'x',
  ]
  for (const htu of others) expect(await judgedWith({ claims: { htu } })).toBe(REFUSED)
})

test('[DP-07] MUST refuse a proof that was not made just now', async () => {
  for (const at of [-60, 0, 60]) expect(await judgedWith({ at })).toBe('200')
  for (const at of [-61, 61]) expect(await judgedWith({ at })).toBe(REFUSED)
})

test('[DP-08] SHOULD remember a jti for its URI while its proof could still be used', async () => {
  const as = await createTestAuthorizationServer()
  const maker = await proofMaker()
  const send = async (dpop: string) =>
    outcome(await as.form('/token', await codeRequest(as), { ...basic('web'), dpop }))
  const dpop = await maker.proof()
  expect(await send(dpop)).toBe('200')
  expect(await send(dpop)).toBe(REFUSED)
  expect(await send(await maker.proof())).toBe('200')
  as.env.policy = { ...as.env.policy, strictDpop: false }
  expect(await send(dpop)).toBe('200')
})

test('[DP-08] SHOULD accept one of many that race with one proof', async () => {
  const as = await createTestAuthorizationServer()
  const dpop = await (await proofMaker()).proof()
  const codes = await Promise.all(Array.from({ length: 10 }, () => codeRequest(as)))
  const answers = await Promise.all(codes.map((code) => as.form('/token', code, { ...basic('web'), dpop })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('[DP-21] MUST tell a bad proof by 400 invalid_dpop_proof, and use nothing up', async () => {
  const as = await createTestAuthorizationServer()
  const maker = await proofMaker()
  const request = await codeRequest(as)
  const bad = await maker.proof({ claims: { htm: 'GET' } })
  expect(await outcome(await as.form('/token', request, { ...basic('web'), dpop: bad }))).toBe(REFUSED)
  expect(await outcome(await as.form('/token', request, { ...basic('web'), dpop: await maker.proof() }))).toBe('200')
})
