import { describe, expect, test } from 'vitest'
import { decodeJwt } from '@/lib/oauth/jwt'
import { createTestLab } from '@/lib/testing/lab'
import { carriedByRequest, carriedByResponse } from '@/lib/wire/secrets'
import { loadedGrant } from '@/machines/every-grant'
import type { GrantInput } from '../kit/grant'
import { movesOf, onTheWire } from '../kit/reading'
import { ALICE, type Rehearsal, rehearse } from '../kit/rehearsal'
import { projectSteps } from '../kit/steps'

/** The machine with the real servers, in process: what it expects is what they do. */

const entry = loadedGrant('par-dpop')
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
const failedChecks = (run: Rehearsal) =>
  run
    .exchanges()
    .findLast(({ parent }) => parent === null)
    ?.checks.filter(({ verdict }) => verdict === 'failed')
    .map(({ id }) => id)

async function edit(run: Rehearsal, change: (request: { url: URL; headers: Headers }) => void) {
  await run.press()
  const lying = onTheWire(run.snapshot())
  if (!lying) throw new Error('No request lies on the wire.')
  const url = new URL(lying.request.url)
  const headers = new Headers(lying.request.headers)
  change({ url, headers })
  const request = { ...lying.request, url: url.href, headers: [...headers] }
  await run.press({ type: 'learner.deliverEdited', request })
}

describe('the usual way', () => {
  test.each([[{}], [{ client: 'public' }], [{ token: 'opaque' }], [{ client: 'public', token: 'opaque' }]])(
    'with %o, Alice sees her photos',
    async (options) => {
      const run = await play(options)
      await run.until('photosShown')
      const unexpected = run
        .exchanges()
        .filter(({ outcome, arrival }) => outcome === 'refused' && arrival !== 'nonce-demanded')
      expect(unexpected).toEqual([])
      expect(run.exchanges().at(-1)?.response?.body).toContain('data-page="photos"')
      expect(run.lab.failures).toEqual([])
    },
  )

  test('every move sends the line its meta names, and is usually answered as the meta says', async () => {
    const run = await play()
    await run.until('photosShown')
    await run.move({ type: 'learner.stealAsBearer' })
    await run.move({ type: 'learner.stealWithKey' })
    await run.until('photosShown')
    run.lab.advance(6 * 60)
    await run.move({ type: 'learner.refresh' })
    await run.move()
    await run.move({ type: 'learner.revoke' })
    for (const { step, line, usually, from, to, channel } of movesOf(machine)) {
      const exchange = run.exchanges().find((sent) => sent.step === step)
      const label = project(run).find((shown) => shown.id === step)?.label
      expect({ step, line: label }).toEqual({ step, line })
      if (step !== 'refresh-request') expect({ step, usually: exchange?.arrival }).toEqual({ step, usually })
      expect(exchange, step).toMatchObject({ from, to, channel })
    }
    expect(keys(run)).not.toContain('unexpected-answer')
  })

  test('what happens is what was planned, and every message has its words', async () => {
    const run = await play()
    const planned = keys(run)
    await run.until('photosShown')
    const children = ['introspection-request', 'introspection-response']
    expect(keys(run).filter((key) => !children.includes(key))).toEqual(planned)
  })

  test('the front channel carries a reference and nothing of the request', async () => {
    const run = await play()
    await run.until('atLoginPage')
    const request = run.exchanges().find(({ step }) => step === 'authorization-request')?.request
    expect([...new URL(request?.url ?? '').searchParams.keys()]).toEqual(['client_id', 'request_uri'])
  })

  test('tokens are bound to the key that was pushed', async () => {
    const run = await play()
    await run.until('holdingTokens')
    const pushed = new URLSearchParams(run.exchanges().find(({ step }) => step === 'par-request')?.request.body ?? '')
    const answer = JSON.parse(run.exchanges().at(-1)?.response?.body ?? '{}')
    expect(answer.token_type).toBe('DPoP')
    expect(decodeJwt(answer.access_token)?.payload.cnf).toEqual({ jkt: pushed.get('dpop_jkt') })
  })

  test('the second time, no server asks for a nonce', async () => {
    const run = await play()
    await run.until('photosShown')
    await run.move({ type: 'learner.signInAgain' })
    await run.until('photosShown')
    expect(keys(run).filter((key) => key === 'token-nonce' || key === 'resource-nonce')).toHaveLength(2)
  })
})

describe('a stolen token', () => {
  test.each([
    ['learner.stealAsBearer', 'theft-refused'],
    ['learner.stealWithKey', 'theft-with-key-refused'],
  ] as const)('%s: the API sees that the key is missing', async (type, answer) => {
    for (const token of ['jwt', 'opaque']) {
      const run = await play({ token })
      await run.until('photosShown')
      await run.move({ type })
      expect(failedChecks(run)).toEqual(['token.bound-to-key'])
      expect(keys(run).findLast((key) => key.startsWith('theft'))).toBe(answer)
      expect(project(run).findLast(({ state }) => state === 'done')).toMatchObject({ label: '401 invalid_token' })
      await run.until('photosShown')
    }
  })

  test('with the check switched off, the thief sees the photos', async () => {
    const run = await play()
    await run.until('photosShown')
    run.lab.lab.checksOff.add('token.bound-to-key')
    await run.move({ type: 'learner.stealAsBearer' })
    expect(run.state()).toBe('thiefServed')
    expect(keys(run)).toContain('theft-succeeded')
  })

  test('the whole request sent again, proof and all, is refused as well', async () => {
    const run = await play()
    await run.until('photosShown')
    const call = { move: 'send-again', step: 'send-again', input: {} }
    const seq = run.exchanges().find(({ step }) => step === 'resource-retry')?.seq
    await run.lab.prepare({ ...call, input: { seq: String(seq) } })
    const again = await run.lab.deliver(call)
    expect(again.response?.status).toBe(401)
    expect(again.checks.find(({ verdict }) => verdict === 'failed')?.id).toBe('dpop.unused')
  })
})

describe('tampering', () => {
  test('parameters beside the reference count for nothing', async () => {
    const run = await play()
    await run.until('sentToServer')
    await edit(run, ({ url }) => url.searchParams.set('scope', 'usage.read'))
    expect(run.state()).toBe('atLoginPage')
  })

  test('the reference of another client: the auth server shows an error and redirects nowhere', async () => {
    const run = await play()
    await run.until('sentToServer')
    await edit(run, ({ url }) => url.searchParams.set('client_id', 'photo-gallery'))
    expect(run.state()).toBe('stoppedAtServer')
    expect(failedChecks(run)).toEqual(['request-uri-bound-to-client'])
  })

  test('without the proof, the token request is refused and the code still works', async () => {
    const run = await play()
    await run.until('askedForNonce')
    await edit(run, ({ headers }) => headers.delete('dpop'))
    expect(run.state()).toBe('codeRefused')
    expect(failedChecks(run)).toEqual(['dpop.proof-sent'])
  })

  test('the scheme changed to Bearer: refused by the API', async () => {
    const run = await play()
    await run.until('askedByApi')
    await edit(run, ({ headers }) =>
      headers.set('authorization', headers.get('authorization')?.replace('DPoP', 'Bearer') ?? ''),
    )
    expect(run.state()).toBe('accessRefused')
    expect(failedChecks(run)).toEqual(['token.bound-to-key'])
  })

  test('the reference expires: the auth server says so', async () => {
    const run = await play()
    await run.until('sentToServer')
    run.lab.advance(61)
    await run.move()
    expect(failedChecks(run)).toEqual(['request-uri-unexpired'])
  })
})

describe('afterwards', () => {
  test.each(['confidential', 'public'])('the token expires; a %s client refreshes with proof', async (client) => {
    const run = await play({ client })
    await run.until('photosShown')
    run.lab.advance(6 * 60)
    await run.move({ type: 'learner.callApi' })
    while (run.state() !== 'accessRefused') await run.move()
    await run.until('photosShown')
    expect(keys(run)).toContain('refresh-response')
    expect(keys(run)).not.toContain('unexpected-answer')
  })

  test('Alice may deny', async () => {
    const run = await play()
    await run.until('atConsentPage')
    await run.move({ type: 'user.deny' })
    await run.until('stoppedAtApp')
    expect(keys(run).slice(-4)).toEqual(['consent-decision', 'authorization-error', 'callback', 'app-error'])
  })
})
