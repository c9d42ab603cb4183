import { describe, expect, test } from 'vitest'
import { createTestLab } from '@/lib/testing/lab'
import { carriedByRequest, carriedByResponse } from '@/lib/wire/secrets'
import { loadedGrant } from '@/machines/every-grant'
import type { GrantInput } from '../kit/grant'
import { movesOf, onTheWire } from '../kit/reading'
import { ALICE, type Rehearsal, rehearse } from '../kit/rehearsal'
import { projectSteps } from '../kit/steps'

/** The machine with the real servers, in process: what it expects is what they do. */

const entry = loadedGrant('openid-connect')
const { machine, lesson } = entry

async function play(options: Record<string, string> = {}, input: GrantInput = ALICE) {
  const lab = await createTestLab(entry?.lab(options))
  return { ...rehearse(machine, lab, input), lab }
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
const lastChecks = (run: Rehearsal) => run.exchanges().at(-1)?.checks ?? []
const failedChecks = (run: Rehearsal) =>
  lastChecks(run)
    .filter(({ verdict }) => verdict === 'failed')
    .map(({ id }) => id)
const bodyOf = (run: Rehearsal, step: string) =>
  JSON.parse(run.exchanges().findLast((sent) => sent.step === step)?.response?.body ?? '{}')

async function deliverEdited(run: Rehearsal, edit: (url: URL) => void) {
  const lying = onTheWire(run.snapshot())
  if (!lying) throw new Error('No request lies on the wire.')
  const url = new URL(lying.request.url)
  edit(url)
  await run.press({ type: 'learner.deliverEdited', request: { ...lying.request, url: url.href } })
}

describe('the usual way', () => {
  test.each([[{}], [{ nonce: 'off' }], [{ token: 'opaque' }], [{ nonce: 'off', token: 'opaque' }]])(
    'with %o, the app greets Alice by name',
    async (options) => {
      const run = await play(options)
      await run.until('photosShown')
      expect(run.exchanges().filter(({ outcome }) => outcome !== 'accepted')).toEqual([])
      expect(run.exchanges().at(-1)?.response?.body).toContain('Hello, Alice Liddell')
      expect(run.lab.failures).toEqual([])
    },
  )

  test('every move sends the line its meta names, and is usually answered as the meta says', async () => {
    const run = await play()
    await run.until('photosShown')
    await run.move({ type: 'learner.presentAccessToken' })
    await run.move({ type: 'learner.callApi' })
    await run.until('photosShown')
    await run.move({ type: 'learner.refresh' })
    await run.move({ type: 'learner.revoke' })
    // Under these rules nobody asks for a nonce, and nothing is pushed.
    const hardened = /-retry$|^par-request$|^reference-request$/
    const made = movesOf(machine).filter(({ step }) => !hardened.test(step))
    for (const { step, line, usually, from, to, channel } of made) {
      const exchange = run.exchanges().find((sent) => sent.step === step)
      const label = project(run).find((shown) => shown.id === step)?.label
      expect({ step, line: label, usually: exchange?.arrival }).toEqual({ step, line, usually })
      expect(exchange, step).toMatchObject({ from, to, channel })
    }
  })

  test('what happens is what was planned, and every message has its words', async () => {
    const run = await play()
    const planned = keys(run)
    await run.until('photosShown')
    const children = ['key-set-request', 'key-set-response']
    expect(keys(run).filter((key) => !children.includes(key))).toEqual(planned)
  })

  test('the ID token travels once, to the app; the access token goes to every API', async () => {
    const run = await play()
    await run.until('photosShown')
    const carriers = (kind: string) =>
      project(run)
        .filter(({ carries }) => carries.some((secret) => secret.kind === kind && !secret.derived))
        .map(({ id }) => id)
    expect(carriers('id_token')).toEqual(['token-response'])
    expect(carriers('access_token')).toEqual(['token-response', 'userinfo-request', 'resource-request'])
    expect(carriers('nonce')).toEqual(['app-redirect', 'authorization-request', 'token-response'])
  })

  test('the app reports every step of the validation, each with what it compared', async () => {
    const run = await play()
    await run.until('signedInAtApp')
    const own = lastChecks(run).filter(({ by }) => by === 'client')
    expect(own.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['key-set.readable', 'passed'],
      ['id-token.well-formed', 'passed'],
      ['id-token.claims', 'passed'],
      ['id-token.issuer', 'passed'],
      ['id-token.audience', 'passed'],
      ['id-token.authorized-party', 'passed'],
      ['id-token.algorithm', 'passed'],
      ['id-token.signature', 'passed'],
      ['id-token.expiry', 'passed'],
      ['id-token.issued-at', 'passed'],
      ['id-token.nonce', 'passed'],
      ['id-token.access-token-hash', 'passed'],
    ])
    expect(own.every(({ saw }) => saw !== null)).toBe(true)
  })

  test('without a nonce none is sent, and the check says that nobody looked', async () => {
    const run = await play({ nonce: 'off' })
    await run.until('signedInAtApp')
    expect(JSON.stringify(run.exchanges().map(({ request }) => request))).not.toContain('nonce=')
    expect(lastChecks(run).find(({ id }) => id === 'id-token.nonce')?.verdict).toBe('off')
  })
})

describe('the access token presented as a login', () => {
  test('a signed one is refused: it was not made for the app', async () => {
    const run = await play()
    await run.until('photosShown')
    await run.move({ type: 'learner.presentAccessToken' })
    expect(run.state()).toBe('loginRefused')
    expect(failedChecks(run)).toEqual(['id-token.audience'])
    expect(project(run).at(-1)).toMatchObject({
      key: 'login-refused',
      label: '401 invalid_token',
      outcome: 'refused',
      from: 'client',
      to: 'attacker',
    })
    expect(
      run
        .exchanges()
        .at(-1)
        ?.response?.headers.map(([name]) => name),
    ).not.toContain('set-cookie')
  })

  test('an opaque one is refused: it is no statement at all', async () => {
    const run = await play({ token: 'opaque' })
    await run.until('photosShown')
    await run.move({ type: 'learner.presentAccessToken' })
    expect(run.state()).toBe('loginRefused')
    expect(failedChecks(run)).toEqual(['id-token.well-formed'])
  })

  test('with the audience check switched off, a stranger is Alice', async () => {
    const run = await play()
    await run.until('photosShown')
    run.lab.lab.checksOff.add('id-token.audience')
    await run.move({ type: 'learner.presentAccessToken' })
    expect(run.state()).toBe('loginAccepted')
    expect(
      run
        .exchanges()
        .at(-1)
        ?.response?.headers.map(([name]) => name),
    ).toContain('set-cookie')
    expect(keys(run).at(-1)).toBe('login-accepted')
  })

  test('the ID token itself is a login, for the app it was made for', async () => {
    const run = await play()
    await run.until('photosShown')
    const { id_token } = bodyOf(run, 'token-request')
    const response = await run.lab.fetch(`${run.lab.created.app}/login/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id_token }),
    })
    expect(await response.json()).toEqual({ user: 'Alice Liddell' })
    expect(response.headers.get('set-cookie')).toMatch(/^client_session=/)
  })

  test('afterwards the app goes on as before', async () => {
    const run = await play()
    await run.until('photosShown')
    await run.move({ type: 'learner.presentAccessToken' })
    await run.move({ type: 'learner.callApi' })
    await run.until('photosShown')
  })
})

describe('what can go wrong', () => {
  test('another nonce in the request: the ID token is refused at the app, though the tokens were issued', async () => {
    const run = await play()
    await run.until('sentToServer')
    await run.press()
    await deliverEdited(run, (url) => url.searchParams.set('nonce', 'of-another-login'))
    await run.until('idTokenRefused')
    expect(failedChecks(run)).toEqual(['id-token.nonce'])
    expect(keys(run).at(-1)).toBe('id-token-refused')
    expect(
      await run.lab.lab.backends.client.open({ lab: run.lab.lab.id, now: () => 0, report: () => {} }).dump(),
    ).toMatchObject({ tokens: [], identities: [] })
  })

  test('openid left out of the request: the app gets no ID token and keeps nothing', async () => {
    const run = await play()
    await run.until('sentToServer')
    await run.press()
    await deliverEdited(run, (url) => url.searchParams.set('scope', 'photos.read'))
    await run.until('codeRefused')
    expect(failedChecks(run)).toEqual(['id-token.sent'])
  })

  test('Alice leaves openid unticked: the same', async () => {
    const run = await play()
    await run.until('atConsentPage')
    await run.move({ type: 'user.approve', scopes: ['photos.read'] })
    await run.until('codeRefused')
    expect(failedChecks(run)).toEqual(['id-token.sent'])
  })

  test('Alice leaves profile unticked: she is signed in without a name', async () => {
    const run = await play()
    await run.until('atConsentPage')
    await run.move({ type: 'user.approve', scopes: ['openid', 'photos.read'] })
    await run.until('photosShown')
    expect(bodyOf(run, 'userinfo-request')).toEqual({ sub: 'alice' })
    expect(run.exchanges().at(-1)?.response?.body).toContain('Photos of alice')
  })

  test('the clock runs on before the ID token is looked at: it has expired', async () => {
    const run = await play()
    await run.until('holdingTokens')
    run.lab.advance(12 * 60)
    await run.until('idTokenRefused')
    expect(failedChecks(run)).toEqual(['id-token.expiry'])
  })

  test('the access token has expired when the profile is asked for: Alice stays signed in', async () => {
    const run = await play()
    await run.until('signedInAtApp')
    run.lab.advance(11 * 60)
    await run.move()
    expect(run.state()).toBe('userInfoRefused')
    expect(project(run).at(-1)).toMatchObject({ key: 'userinfo-refused', label: '401 invalid_token' })
  })

  test('she denies: nobody is signed in', async () => {
    const run = await play()
    await run.until('atConsentPage')
    await run.move({ type: 'user.deny' })
    await run.until('stoppedAtApp')
  })
})

describe('afterwards', () => {
  test('a refresh brings an ID token about the same login, which the app checks', async () => {
    const run = await play()
    await run.until('photosShown')
    run.lab.advance(11 * 60)
    await run.move({ type: 'learner.callApi' })
    await run.move()
    expect(run.state()).toBe('tokensRenewed')
    expect(lastChecks(run).find(({ id }) => id === 'id-token.same-login')?.verdict).toBe('passed')
    await run.until('photosShown')
    expect(run.exchanges().at(-1)?.response?.body).toContain('Hello, Alice Liddell')
  })

  test('she signs in again: a new login with a new nonce', async () => {
    const run = await play()
    await run.until('photosShown')
    await run.move({ type: 'learner.signInAgain' })
    await run.until('photosShown')
    const nonces = run.exchanges().flatMap(({ secrets }) => secrets.filter(({ kind }) => kind === 'nonce'))
    expect(new Set(nonces.map(({ value }) => value)).size).toBe(2)
  })
})

test('under the rules of FAPI 2.0 the login is pushed, its tokens are bound to a key, and it ends the same way', async () => {
  const lab = await createTestLab({ policy: { preset: 'fapi2', openIdConnect: true } })
  const run = rehearse(machine, lab, ALICE)
  await run.until('photosShown')
  const steps = run.exchanges().flatMap(({ step, parent }) => (parent === null && step !== null ? [step] : []))
  expect(steps).toEqual([
    ...['open-app', 'par-request', 'reference-request', 'authorization-request'],
    ...['sign-in', 'consent-request', 'consent-decision', 'callback'],
    ...['token-request', 'token-retry', 'signing-keys-request', 'userinfo-request'],
    ...['resource-request', 'resource-retry', 'photos-page'],
  ])
  await run.move({ type: 'learner.refresh' })
  expect(run.state()).toBe('tokensRenewed')
  expect(lab.failures).toEqual([])
})
