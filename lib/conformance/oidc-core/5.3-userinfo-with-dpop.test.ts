import { expect, test } from 'vitest'
import { parseChallenge } from '@/lib/oauth/www-authenticate'
import { basic, CALLBACK, TEST_ORIGINS, VERIFIER } from '@/lib/testing/authorization-server'
import { type ProofChanges, type ProofMaker, proofMaker } from '@/lib/testing/dpop'
import { testBrowser } from '@/lib/testing/front-channel'
import { createOpenIdProvider } from '@/lib/testing/openid'

const challengeOf = (response: Response) => parseChallenge(response.headers.get('www-authenticate') ?? '')
const atUserinfo = { htm: 'GET', htu: `${TEST_ORIGINS.issuer}/userinfo` }

async function boundToken(maker: ProofMaker) {
  const as = await createOpenIdProvider()
  const answer = await testBrowser(as).grant({ scope: 'openid' })
  const parameters = { grant_type: 'authorization_code', redirect_uri: CALLBACK, code_verifier: VERIFIER }
  const code = answer.searchParams.get('code') ?? ''
  const headers = { ...basic('web'), dpop: await maker.proof() }
  const { access_token } = await (await as.form('/token', { ...parameters, code }, headers)).json()
  const ask = async (scheme: string, proof?: ProofChanges, by = maker) =>
    as.request('/userinfo', {
      headers: {
        authorization: `${scheme} ${access_token}`,
        ...(proof && { dpop: await by.proof({ token: access_token, claims: atUserinfo, ...proof }) }),
      },
    })
  return { as, ask }
}

test('[OID-12] a token bound to a key is taken with a proof of that key', async () => {
  const { ask } = await boundToken(await proofMaker())
  const response = await ask('DPoP', {})
  expect(await response.json()).toEqual({ sub: 'alice' })
})

test('[OID-13] MUST NOT take a bound token as a bearer token', async () => {
  const { as, ask } = await boundToken(await proofMaker())
  const response = await ask('Bearer')
  expect(response.status).toBe(401)
  expect(challengeOf(response)?.parameters.error).toBe('invalid_token')
  expect(as.checks().find(({ verdict }) => verdict === 'failed')?.id).toBe('token-bound-to-key')
})

test('[OID-13] MUST NOT take it without a proof, with one of another key, or with one made for the token endpoint', async () => {
  const { ask } = await boundToken(await proofMaker())
  const other = await proofMaker()
  const answers = [await ask('DPoP'), await ask('DPoP', {}, other), await ask('DPoP', { claims: {} })]
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401])
  expect(answers.map((answer) => [challengeOf(answer)?.scheme, challengeOf(answer)?.parameters.error])).toEqual([
    ['DPoP', 'invalid_dpop_proof'],
    ['DPoP', 'invalid_token'],
    ['DPoP', 'invalid_dpop_proof'],
  ])
})
