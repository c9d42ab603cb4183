import { describe, expect, test } from 'vitest'
import { createTestLab } from '@/lib/testing/lab'
import { carriedByRequest, carriedByResponse } from '@/lib/wire/secrets'
import { loadedGrant } from '@/machines/every-grant'
import { movesOf, onTheWire } from '../kit/reading'
import { type Rehearsal, rehearse } from '../kit/rehearsal'
import { projectSteps } from '../kit/steps'

/** The machine with the real servers and the real script of the page, in process. */

const entry = loadedGrant('authorization-code-browser')
const { machine, lesson } = entry

async function play(options: Record<string, string> = {}, parties: 'ports' | 'path' = 'ports') {
  const lab = await createTestLab(entry?.lab(options), { parties })
  return { ...rehearse(machine, lab), lab }
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
  (run.exchanges().at(-1)?.checks ?? []).filter(({ verdict }) => verdict === 'failed').map(({ id }) => id)

type Played = Awaited<ReturnType<typeof play>>
const kept = ({ lab: { lab } }: Played, id: string) =>
  lab.timeline
    .at(-1)
    ?.places.find((place) => place.id.startsWith(id))
    ?.rows.map(({ key }) => String(key).split('.')[0]) ?? []

describe('the usual way', () => {
  test.each([
    [{}],
    [{ store: 'memory' }],
    [{ store: 'localStorage' }],
    [{ pkce: 'off' }],
    [{ pkce: 'on' }],
    [{ token: 'opaque' }],
  ])('with %o, the page shows the photos', async (options) => {
    const run = await play(options)
    await run.until('photosShown')
    expect(run.exchanges().every(({ outcome }) => outcome === 'accepted')).toBe(true)
    expect(run.lab.lab.browser.page?.html).toContain('Photos of alice')
    expect(run.lab.failures).toEqual([])
  })

  test('every server under one origin does as well', async () => {
    const run = await play({}, 'path')
    await run.until('photosShown')
    expect(run.exchanges().every(({ outcome }) => outcome === 'accepted')).toBe(true)
  })

  test('every move sends the line its meta names, and is usually answered as the meta says', async () => {
    const run = await play()
    await run.until('photosShown')
    await run.move({ type: 'learner.refresh' })
    await run.move({ type: 'learner.revoke' })
    expect(run.state()).toBe('accessEnded')
    for (const { step, line, usually, from, to, channel } of movesOf(machine)) {
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

  test('the tokens come to the browser, and the app’s server sees nothing but the code', async () => {
    const run = await play()
    await run.until('photosShown')
    const carriers = (kind: string) =>
      project(run)
        .filter(({ carries }) => carries.some((secret) => secret.kind === kind && !secret.derived))
        .map(({ id }) => id)
    expect(carriers('authorization_code')).toEqual(['authorization-response', 'callback', 'token-request'])
    expect(carriers('access_token')).toEqual(['token-response', 'resource-request'])
    expect(carriers('refresh_token')).toEqual(['token-response'])
    expect(carriers('code_verifier')).toEqual(['token-request'])
    const toServer = run.exchanges().filter(({ to }) => to === 'client')
    expect(toServer.flatMap(({ storage }) => storage).filter(({ place }) => !place.startsWith('browser'))).toEqual([])
  })

  test('the token request is a page’s: its origin, no cookie, no secret', async () => {
    const run = await play()
    await run.until('holdingTokens')
    const sent = run.exchanges().find(({ step }) => step === 'token-request')
    const headers = Object.fromEntries(sent?.request.headers ?? [])
    expect(headers).toMatchObject({ origin: 'http://localhost:3003', 'sec-fetch-mode': 'cors' })
    expect(headers).not.toHaveProperty('cookie')
    expect(headers).not.toHaveProperty('authorization')
    expect(sent?.checks.find(({ id }) => id === 'cors-readable')).toMatchObject({ by: 'browser', verdict: 'passed' })
  })
})

describe('what is kept where', () => {
  test('before the page is left: state and verifier, in sessionStorage', async () => {
    const run = await play()
    await run.until('scriptRunning')
    await run.press()
    expect(kept(run, 'browser.session-storage')).toEqual(['state', 'code_verifier'])
    await run.until('holdingCode')
    expect(run.lab.lab.browser.page?.url).toContain('code=')
    await run.press()
    expect(run.lab.lab.browser.page?.url).toBe(`${run.lab.lab.origins.client}/spa/`)
    expect(kept(run, 'browser.session-storage')).toEqual(['code_verifier', 'code'])
  })

  test.each([
    ['sessionStorage', 'browser.session-storage'],
    ['localStorage', 'browser.local-storage'],
    ['memory', 'browser.memory'],
  ])('the tokens, in %s', async (store, place) => {
    const run = await play({ store })
    await run.until('holdingTokens')
    expect(kept(run, place)).toEqual(['access_token', 'refresh_token'])
    await run.until('photosShown')
    await run.move({ type: 'learner.revoke' })
    expect(kept(run, place)).toEqual([])
  })
})

describe('a party says no', () => {
  test('Alice denies: the script is told and says so', async () => {
    const run = await play()
    await run.until('atConsentPage')
    await run.move({ type: 'user.deny' })
    await run.until('stoppedAtApp')
    expect(keys(run).slice(-4)).toEqual(['consent-decision', 'authorization-error', 'callback', 'app-error'])
    expect(run.lab.lab.browser.page?.html).toContain('You said no')
  })

  test('another state: the script throws the answer away and redeems nothing', async () => {
    const run = await play()
    await run.until('sentBack')
    await run.press()
    const lying = onTheWire(run.snapshot())
    if (!lying) throw new Error('No request lies on the wire.')
    const url = new URL(lying.request.url)
    url.searchParams.set('state', 'of-somebody-else')
    await run.press({ type: 'learner.deliverEdited', request: { ...lying.request, url: url.href } })
    expect(run.state()).toBe('stoppedAtApp')
    expect(failedChecks(run)).toEqual(['page.state'])
  })

  test('another verifier: the code is refused', async () => {
    const run = await play()
    await run.until('holdingCode')
    await run.press()
    const lying = onTheWire(run.snapshot())
    if (!lying) throw new Error('No request lies on the wire.')
    const body = lying.request.body?.replace(/code_verifier=[^&]+/, `code_verifier=${'x'.repeat(43)}`) ?? null
    await run.press({ type: 'learner.deliverEdited', request: { ...lying.request, body } })
    expect(run.state()).toBe('codeRefused')
    expect(project(run).at(-1)).toMatchObject({ key: 'token-refused', label: '400 invalid_grant' })
    await run.move({ type: 'learner.signInAgain' })
    await run.until('photosShown')
  })

  test('a preflight that finds no such resource: the browser sends nothing more', async () => {
    const run = await play()
    await run.until('holdingTokens')
    await run.press()
    const lying = onTheWire(run.snapshot())
    if (!lying) throw new Error('No request lies on the wire.')
    const url = lying.request.url.replace('/photos', '/secrets')
    await run.press({ type: 'learner.deliverEdited', request: { ...lying.request, url } })
    expect(run.state()).toBe('callForbidden')
    expect(failedChecks(run)).toEqual(['cors-preflight'])
    await run.move({ type: 'learner.callApi' })
    await run.until('photosShown')
  })

  test('an expired token is refused, renewed and works; the rotated refresh token takes the old one’s place', async () => {
    const run = await play()
    await run.until('photosShown')
    run.lab.advance(11 * 60)
    await run.move({ type: 'learner.callApi' })
    await run.move()
    expect(run.state()).toBe('accessRefused')
    await run.move()
    expect(run.state()).toBe('tokensRenewed')
    await run.until('photosShown')
    expect(keys(run).slice(-8)).toEqual([
      'resource-request',
      'access-refused',
      'refresh-request',
      'refresh-response',
      'preflight-request',
      'preflight-response',
      'resource-request',
      'resource-response',
    ])
  })

  test('a token request lost on the way is made again from what the page kept', async () => {
    const run = await play()
    await run.until('holdingCode')
    await run.press()
    await run.press({ type: 'learner.drop' })
    expect(run.state()).toBe('holdingCode')
    await run.until('photosShown')
  })
})
