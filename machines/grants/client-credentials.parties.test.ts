import { describe, expect, test } from 'vitest'
import { decodeJwt } from '@/lib/oauth/jwt'
import { createTestLab } from '@/lib/testing/lab'
import { carriedByRequest, carriedByResponse } from '@/lib/wire/secrets'
import { loadedGrant } from '@/machines/every-grant'
import { movesOf, onTheWire } from '../kit/reading'
import { ALICE, type Rehearsal, rehearse } from '../kit/rehearsal'
import { projectSteps } from '../kit/steps'

/** The machine with the real servers, in process: what it expects is what they do. */

const entry = loadedGrant('client-credentials')
const { machine, lesson } = entry

const KEY = { auth: 'private_key_jwt' }
const VARIANTS = [{}, KEY, { token: 'opaque' }, { ...KEY, token: 'opaque' }]

async function play(options: Record<string, string> = {}) {
  const lab = await createTestLab(entry?.lab(options))
  return { ...rehearse(machine, lab, ALICE), lab }
}

function project(run: Rehearsal) {
  const exchanges = run.exchanges()
  const known = exchanges.flatMap(({ secrets }) => secrets)
  return projectSteps({
    machine,
    lesson,
    exchanges,
    onTheWire: onTheWire(run.snapshot()),
    snapshot: run.snapshot(),
    secrets: {
      request: (exchange) => carriedByRequest(exchange, known),
      response: (exchange) => carriedByResponse(exchange, known),
    },
  })
}

const keys = (run: Rehearsal) => project(run).map(({ key }) => key)
const last = (run: Rehearsal) =>
  project(run)
    .filter(({ state }) => state === 'done')
    .at(-1)
const failedChecks = (run: Rehearsal) =>
  run
    .exchanges()
    .findLast(({ parent }) => parent === null)
    ?.checks.filter(({ verdict }) => verdict === 'failed')
    .map(({ id }) => id)
const form = (run: Rehearsal) => new URLSearchParams(run.exchanges()[0]?.request.body ?? '')

async function tamper(run: Rehearsal, change: (body: URLSearchParams) => void) {
  const lying = onTheWire(run.snapshot())
  if (!lying) throw new Error('No request lies on the wire.')
  const body = new URLSearchParams(lying.request.body ?? '')
  change(body)
  await run.press({ type: 'learner.deliverEdited', request: { ...lying.request, body: body.toString() } })
}

describe('the usual way', () => {
  test.each(VARIANTS)('with %o the job counts, and photos stay closed to it', async (options) => {
    const run = await play(options)
    await run.until('photosDenied')
    expect(
      run
        .exchanges()
        .filter(({ parent }) => parent === null)
        .map(({ outcome }) => outcome),
    ).toEqual(['accepted', 'accepted', 'refused'])
    expect(failedChecks(run)).toEqual(['token.subject'])
    expect(last(run)).toMatchObject({ key: 'photos-refused', label: '403 insufficient_scope' })
    expect(run.lab.failures).toEqual([])
  })

  test.each(VARIANTS)(
    'with %o every move sends the line its meta names, and is usually answered so',
    async (options) => {
      const run = await play(options)
      await run.until('photosDenied')
      await run.move({ type: 'learner.revoke' })
      // Nobody asks for a nonce under these rules.
      const made = movesOf(machine).filter(({ step }) => !step.endsWith('-retry'))
      for (const { step, answer, line, answerLine, usually, from, to, channel } of made) {
        const exchange = run.exchanges().find((sent) => sent.step === step)
        const label = project(run).find((shown) => shown.id === step)?.label
        expect({ step, line: label, usually: exchange?.arrival }).toEqual({ step, line, usually })
        if (answerLine) expect(project(run).find((shown) => shown.id === answer)?.label).toBe(answerLine)
        expect(exchange, step).toMatchObject({ from, to, channel })
      }
    },
  )

  test('what happens is what was planned, and every message has its words', async () => {
    const run = await play()
    const planned = keys(run)
    const labels = project(run).map(({ label }) => label)
    await run.until('photosDenied')
    const children = ['key-set-request', 'key-set-response']
    const own = project(run).filter(({ key }) => !children.includes(key))
    expect(own.map(({ key }) => key)).toEqual(planned)
    expect(own.map(({ label }) => label)).toEqual(labels)
    expect(keys(run)).toEqual(expect.arrayContaining(children))
  })

  test('an opaque token is introspected, and its subject is the client', async () => {
    const run = await play({ token: 'opaque' })
    await run.until('photosDenied')
    const answers = run.exchanges().filter(({ request }) => request.url.endsWith('/introspect'))
    expect(answers).toHaveLength(2)
    expect(JSON.parse(answers[0]?.response?.body ?? '{}')).toMatchObject({ sub: 'nightly-backup', active: true })
  })
})

describe('how the job proves who it is', () => {
  test('with a secret, in the Authorization header', async () => {
    const run = await play()
    await run.until('holdingToken')
    expect(run.exchanges()[0]?.request.headers).toContainEqual(['authorization', expect.stringMatching(/^Basic /)])
    expect([...form(run).keys()].toSorted()).toEqual(['grant_type', 'scope'])
  })

  test('with a key, by an assertion for this server, this minute and this request', async () => {
    const run = await play(KEY)
    await run.until('holdingToken')
    const assertion = decodeJwt(form(run).get('client_assertion') ?? '')
    const { now } = run.lab.created.clock
    expect(assertion?.header).toMatchObject({ alg: 'ES256', typ: 'client-authentication+jwt' })
    expect(assertion?.payload).toMatchObject({
      iss: 'nightly-backup',
      sub: 'nightly-backup',
      aud: run.lab.created.issuer,
      exp: Math.floor(now / 1000) + 60,
    })
    expect(run.exchanges()[0]?.request.headers.some(([name]) => name === 'authorization')).toBe(false)
    expect(run.exchanges()[0]?.checks.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['assertion-signature-genuine', 'assertion-unused']),
    )
    const carried = project(run).find(({ key }) => key === 'token-request')?.carries
    expect(carried?.map(({ kind }) => kind)).toEqual(['assertion'])
  })

  test('the private key is stored at no server and travels nowhere', async () => {
    const run = await play(KEY)
    await run.until('photosDenied')
    const privateMember = run.lab.lab.registrations['nightly-backup']?.privateKey?.jwk.d ?? ''
    expect(privateMember).toHaveLength(43)
    const seen = JSON.stringify([run.exchanges(), run.lab.lab.timeline, run.lab.lab.clients, run.lab.created])
    expect(seen.includes(privateMember)).toBe(false)
  })

  test('tokens lie in a row of the job itself, without a refresh token and without a user', async () => {
    const run = await play()
    await run.until('photosDenied')
    const moment = run.lab.lab.timeline.at(-1)
    const rows = (name: string) =>
      moment?.places.find(({ id }) => id === `client.sqlite.${name}` || id === `client.memory.${name}`)?.rows
    expect(rows('sessions')).toMatchObject([{ key: 'nightly-backup', application: 'nightly-backup', user_name: null }])
    expect(rows('tokens')).toMatchObject([{ key: 'nightly-backup', refresh_token: null, scope: 'usage.read' }])
    expect(moment?.screen).toBeNull()
  })
})

describe('a token bound to a key', () => {
  const BOUND = [{ bound: 'dpop' }, { ...KEY, bound: 'dpop' }, { bound: 'dpop', token: 'opaque' }]

  test.each(BOUND)('with %o each server asks for its nonce once, and gets it', async (options) => {
    const run = await play(options)
    await run.until('photosDenied')
    const own = run.exchanges().filter(({ parent }) => parent === null)
    expect(own.map(({ step, arrival }) => [step, arrival])).toEqual([
      ['token-request', 'nonce-demanded'],
      ['token-retry', 'tokens'],
      ['usage-request', 'nonce-demanded'],
      ['usage-retry', 'resource'],
      ['photos-request', 'refusal'],
    ])
    expect(own.every(({ request }) => request.headers.some(([name]) => name === 'dpop'))).toBe(true)
    expect(failedChecks(run)).toEqual(['token.subject'])
    expect(project(run).map(({ key }) => key)).toEqual(expect.arrayContaining(['token-nonce', 'usage-nonce']))
    expect(run.lab.failures).toEqual([])
  })

  test('the token names the key, and is refused without it', async () => {
    const run = await play({ bound: 'dpop' })
    await run.until('holdingUsage')
    const answer = run.exchanges().find(({ arrival }) => arrival === 'tokens')?.response?.body ?? '{}'
    const { access_token, token_type } = JSON.parse(answer)
    expect(token_type).toBe('DPoP')
    expect(decodeJwt(access_token)?.payload.cnf).toEqual({ jkt: expect.stringMatching(/^[\w-]{43}$/) })
    const headers = { authorization: `Bearer ${access_token}` }
    const copied = await run.lab.fetch(`${run.lab.created.resource}/usage`, { headers })
    expect(copied.status).toBe(401)
  })

  test('under the rules of FAPI 2.0 the job does all of it', async () => {
    const lab = await createTestLab({ policy: { preset: 'fapi2' } })
    const run = rehearse(machine, lab, ALICE)
    await run.until('photosDenied')
    expect(lab.failures).toEqual([])
  })
})

describe('afterwards', () => {
  test.each([...VARIANTS])('with %o an expired token is refused, and the job asks for a new one', async (options) => {
    const run = await play(options)
    await run.until('photosDenied')
    run.lab.advance(3600)
    await run.move({ type: 'learner.callApi' })
    expect(run.state()).toBe('tokenRefused')
    expect(last(run)).toMatchObject({ key: 'usage-refused', label: '401 invalid_token' })
    await run.move()
    expect(run.state()).toBe('holdingToken')
    await run.until('photosDenied')
    expect(run.lab.failures).toEqual([])
  })

  test('a revoked opaque token is refused at once', async () => {
    const run = await play({ ...KEY, token: 'opaque' })
    await run.until('photosDenied')
    await run.move({ type: 'learner.revoke' })
    expect(run.state()).toBe('tokenRevoked')
    await run.move()
    expect(run.state()).toBe('tokenRefused')
  })

  test('a revoked JWT still opens an API that checks it by itself', async () => {
    const run = await play()
    await run.until('photosDenied')
    await run.move({ type: 'learner.revoke' })
    await run.move()
    expect(run.state()).toBe('holdingUsage')
  })
})

describe('tampering', () => {
  test('a wider scope is refused', async () => {
    const run = await play()
    await run.press()
    await tamper(run, (body) => body.set('scope', 'usage.read photos.read'))
    expect(run.state()).toBe('requestRefused')
    expect(failedChecks(run)).toEqual(['requested-scope-allowed'])
    expect(last(run)).toMatchObject({ key: 'token-refused', label: '400 invalid_scope', outcome: 'refused' })
  })

  test('an assertion that was changed is refused, and the next one is not', async () => {
    const run = await play(KEY)
    await run.press()
    await tamper(run, (body) => {
      const [header, , signature] = (body.get('client_assertion') ?? '').split('.')
      const claims = btoa(JSON.stringify({ sub: 'nightly-backup' })).replaceAll('=', '')
      body.set('client_assertion', `${header}.${claims}.${signature}`)
    })
    expect(run.state()).toBe('requestRefused')
    expect(failedChecks(run)).toEqual(['assertion-signature-genuine'])
    await run.move()
    expect(run.state()).toBe('holdingToken')
  })

  test('an assertion sent twice works once', async () => {
    const run = await play(KEY)
    await run.until('holdingToken')
    const call = { move: 'send-again', step: 'send-again', input: { seq: String(run.exchanges()[0]?.seq) } }
    await run.lab.prepare(call)
    const again = await run.lab.deliver(call)
    expect(again.response?.status).toBe(401)
    expect(again.checks.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id)).toEqual(['assertion-unused'])
  })
})
