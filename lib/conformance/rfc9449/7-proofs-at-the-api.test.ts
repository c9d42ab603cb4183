import { expect, test } from 'vitest'
import { type ProofChanges, type ProofMaker, proofMaker } from '@/lib/testing/dpop'
import {
  accessToken,
  challengeOf,
  RESOURCE_ORIGINS,
  type ResourceServerOptions,
  testResourceServer,
} from '@/lib/testing/resource-server'

/** A drive, a client's key, and a token bound to it. */
async function bound(options: ResourceServerOptions = {}) {
  const maker = await proofMaker()
  const token = await accessToken({ claims: { cnf: { jkt: maker.jkt } } })
  const drive = await testResourceServer(options)
  return { maker, token, drive, send: sender(drive, maker, token) }
}

function sender(drive: Awaited<ReturnType<typeof testResourceServer>>, maker: ProofMaker, token: string) {
  return async ({ claims = {}, ...changes }: ProofChanges = {}, scheme = 'DPoP') => {
    const target = { htm: 'GET', htu: `${RESOURCE_ORIGINS.resource}/photos` }
    const dpop = await maker.proof({ token, ...changes, claims: { ...target, ...claims } })
    return drive.send('/photos', { headers: { authorization: `${scheme} ${token}`, dpop } })
  }
}

const error = (response: Response) => challengeOf(response).parameters.error

test('a bound token with a proof of its key is served, whatever the letter case of the scheme', async () => {
  const { send } = await bound()
  expect((await send()).status).toBe(200)
  expect((await send({}, 'dpop')).status).toBe(200)
})

test('[DP-09] MUST refuse a proof for another token, or by another key', async () => {
  const { send, drive, token } = await bound()
  for (const claims of [{ ath: 'x' }, { ath: undefined }]) {
    const response = await send({ claims })
    expect(response.status).toBe(401)
    expect(error(response)).toBe('invalid_dpop_proof')
  }
  const thief = await sender(drive, await proofMaker(), token)()
  expect(thief.status).toBe(401)
  expect(error(thief)).toBe('invalid_token')
  expect(await thief.text()).not.toContain('photos')
})

test('[DP-09] MUST compare with the key that introspection names', async () => {
  const maker = await proofMaker()
  const about = { active: true, token_type: 'DPoP', sub: 'alice', client_id: 'photo-editor', scope: 'photos.read' }
  const introspection = { opaque: { ...about, aud: RESOURCE_ORIGINS.resource, cnf: { jkt: maker.jkt } } }
  const drive = await testResourceServer({ introspection })
  expect((await sender(drive, maker, 'opaque')()).status).toBe(200)
  expect((await sender(drive, await proofMaker(), 'opaque')()).status).toBe(401)
  expect((await drive.get('/photos', 'opaque')).status).toBe(401)
})

test('[DP-10] MUST refuse a bound token with the scheme Bearer, proof or not', async () => {
  const { drive, token, send } = await bound()
  for (const response of [await drive.get('/photos', token), await send({}, 'Bearer')]) {
    expect(response.status).toBe(401)
    expect(error(response)).toBe('invalid_token')
    expect(response.headers.get('www-authenticate')).toContain('DPoP algs=')
  }
})

test('[DP-10] MUST refuse a bound token in a form body, too', async () => {
  const { drive, token } = await bound()
  const response = await drive.send('/photos', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ access_token: token, title: 'x' }).toString(),
  })
  expect(response.status).toBe(401)
})

test('[DP-11] MUST refuse an unbound token with the scheme DPoP', async () => {
  const drive = await testResourceServer()
  const response = await sender(drive, await proofMaker(), await accessToken())()
  expect(response.status).toBe(401)
  expect(error(response)).toBe('invalid_token')
})

test('[DP-15] MUST challenge a proof without nonce, and serve the one with it', async () => {
  const { send } = await bound({ policy: { dpopNonce: true } })
  const response = await send()
  expect(response.status).toBe(401)
  expect(challengeOf(response)).toMatchObject({ scheme: 'DPoP', parameters: { error: 'use_dpop_nonce' } })
  const nonce = response.headers.get('dpop-nonce') ?? ''
  expect(response.headers.get('access-control-expose-headers')).toContain('DPoP-Nonce')
  expect((await send({ claims: { nonce } })).status).toBe(200)
})

test('[DP-17] SHOULD name the algorithms in its challenge', async () => {
  const { send } = await bound()
  const challenge = challengeOf(await send({ claims: { htm: 'POST' } }))
  expect(challenge.scheme).toBe('DPoP')
  expect(challenge.parameters.algs?.split(' ')).toContain('ES256')
})

test('[DP-21] MUST answer 401 to a missing, wrong, old or repeated proof', async () => {
  const { send, drive, token, maker } = await bound()
  const missing = await drive.send('/photos', { headers: { authorization: `DPoP ${token}` } })
  expect(drive.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('dpop.proof-sent')
  const wrong = [{ claims: { htu: `${RESOURCE_ORIGINS.resource}/usage` } }, { at: -61 }, { header: { typ: 'JWT' } }]
  for (const response of [missing, ...(await Promise.all(wrong.map((changes) => send(changes))))]) {
    expect(response.status).toBe(401)
    expect(error(response)).toBe('invalid_dpop_proof')
  }
  const claims = { htm: 'GET', htu: `${RESOURCE_ORIGINS.resource}/photos` }
  const dpop = await maker.proof({ token, claims })
  const again = () => drive.send('/photos', { headers: { authorization: `DPoP ${token}`, dpop } })
  expect((await again()).status).toBe(200)
  expect((await again()).status).toBe(401)
})
