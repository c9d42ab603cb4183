import { describe, expect, test } from 'vitest'
import type { MoveCall } from '@/lib/lab/contract'
import type { Arrival } from '@/lib/wire/exchange'
import { loadedGrant } from '@/machines/every-grant'
import { nextButton } from '../kit/next-label'
import { extraEvents } from '../kit/reading'
import { ALICE, rehearse, scripted } from '../kit/rehearsal'
import { standingTests } from '../kit/standing'

const entry = loadedGrant('authorization-code')
const { machine } = entry

standingTests(entry)

const USUAL: Readonly<Record<string, Arrival>> = {
  'open-app': 'redirect-to-server',
  'authorization-request': 'login-page',
  'sign-in': 'redirect-to-server',
  'consent-request': 'consent-page',
  'consent-decision': 'redirect-to-client',
  callback: 'redirect-to-client',
  'token-request': 'tokens',
  'resource-request': 'resource',
  'photos-page': 'app-page',
  'refresh-request': 'tokens',
  'revocation-request': 'confirmation',
}

/** The usual answers, and for some steps others: one after the other, the last one from then on. */
function play(others: Record<string, Arrival[]> = {}, input = ALICE) {
  const left = structuredClone(others)
  const transport = scripted(({ step }) => {
    const arrival = (left[step]?.length ?? 0) > 1 ? left[step]?.shift() : left[step]?.[0]
    return { arrival: arrival ?? USUAL[step] ?? 'nothing' }
  })
  return { ...rehearse(machine, transport, input), calls: transport.calls }
}

const steps = (calls: readonly MoveCall[]) => calls.map(({ step }) => step)
const extras = (snapshot: Parameters<typeof extraEvents>[0]) => extraEvents(snapshot).map(({ type }) => type)

describe('the usual way', () => {
  test('nothing but Next leads from the app to the photos, in the order of RFC 6749, section 4.1', async () => {
    const run = play()
    await run.until('photosShown')
    expect(steps(run.calls)).toEqual([
      'open-app',
      'authorization-request',
      'sign-in',
      'consent-request',
      'consent-decision',
      'callback',
      'token-request',
      'resource-request',
      'photos-page',
    ])
    expect(run.snapshot().hasTag('done')).toBe(true)
    expect(nextButton(machine, run.snapshot()).enabled).toBe(false)
  })

  test('a request and its response are two presses', async () => {
    const run = play()
    await run.press()
    expect(run.state()).toBe('openingApp')
    expect(run.exchanges()).toHaveLength(0)
    await run.press()
    expect(run.state()).toBe('sentToServer')
    expect(run.exchanges()).toHaveLength(1)
    expect(run.calls).toHaveLength(1)
  })

  test('Next signs in as the account and approves what the form holds', async () => {
    const run = play()
    await run.until('sentBack')
    const inputs = Object.fromEntries(run.calls.map(({ step, input }) => [step, input]))
    expect(inputs['sign-in']).toEqual({ form: 'login', values: { username: 'alice', password: 'wonderland' } })
    expect(inputs['consent-decision']).toEqual({
      form: 'consent',
      values: {},
      button: { name: 'decision', value: 'approve' },
    })
  })

  test('the labels of Next say who does what', async () => {
    const run = play()
    const labels: string[] = []
    while (nextButton(machine, run.snapshot()).enabled) {
      labels.push(nextButton(machine, run.snapshot()).label)
      await run.press()
    }
    expect(labels.filter((_, index) => index % 2 === 0)).toEqual([
      'Next: Alice opens the app',
      'Next: browser → auth server, GET /authorize',
      'Next: Alice signs in',
      'Next: browser → auth server, GET /consent',
      'Next: Alice approves',
      'Next: browser → app, GET /callback',
      'Next: app → auth server, POST /token',
      'Next: app → photos API, GET /photos',
      'Next: browser → app, GET /photos',
    ])
    expect(labels[13]).toBe('Next: deliver POST /message to auth server')
    expect(nextButton(machine, run.snapshot()).label).toBe('Next: nothing is left, the grant is done')
  })
})

describe('Alice acts', () => {
  test('she may sign in as somebody else and approve only some scopes', async () => {
    const run = play()
    await run.until('atLoginPage')
    expect(run.snapshot().hasTag('user-acts')).toBe(true)
    await run.move({ type: 'user.signIn', username: 'bob', password: 'builder' })
    await run.until('atConsentPage')
    await run.move({ type: 'user.approve', scopes: ['photos.read'] })
    expect(run.calls.find(({ step }) => step === 'sign-in')?.input).toMatchObject({ values: { username: 'bob' } })
    expect(run.calls.at(-1)?.input).toMatchObject({ values: { scope: ['photos.read'] } })
  })

  test('when she denies, the app gets an error and the grant stops at the app', async () => {
    const run = play({ callback: ['error-page'] })
    await run.until('atConsentPage')
    await run.move({ type: 'user.deny' })
    expect(run.calls.at(-1)?.input).toMatchObject({ button: { name: 'decision', value: 'deny' } })
    await run.move()
    expect(run.state()).toBe('stoppedAtApp')
    expect(run.snapshot().hasTag('refused')).toBe(true)
    expect(extras(run.snapshot())).toEqual(['learner.signInAgain'])
    expect(nextButton(machine, run.snapshot())).toMatchObject({
      label: 'Next: nothing, the flow ended here',
      enabled: false,
    })
  })

  test('Next denies when that is what she usually does', async () => {
    const run = play({}, { ...ALICE, decision: 'deny' })
    await run.until('atConsentPage')
    expect(nextButton(machine, run.snapshot()).label).toBe('Next: Alice denies')
    await run.move()
    expect(run.calls.at(-1)?.input).toMatchObject({ button: { value: 'deny' } })
  })

  test('a wrong password brings her back to the login page, and Next then types the right one', async () => {
    const run = play({ 'sign-in': ['login-page', 'redirect-to-server'] })
    await run.until('atLoginPage')
    await run.move({ type: 'user.signIn', username: 'alice', password: 'looking-glass' })
    expect(run.state()).toBe('atLoginPage')
    await run.move()
    expect(run.state()).toBe('signedIn')
    expect(run.calls.at(-1)?.input).toMatchObject({ values: { password: 'wonderland' } })
  })

  test('after a denial that was lost on the way, Next gives the usual answer', async () => {
    const run = play()
    await run.until('atConsentPage')
    await run.press({ type: 'user.deny' })
    await run.press({ type: 'learner.drop' })
    expect(run.state()).toBe('atConsentPage')
    await run.move()
    expect(run.calls.at(-1)?.input).toMatchObject({ button: { value: 'approve' } })
  })
})

describe('a live session', () => {
  test('with one, the authorization request is answered by the consent page', async () => {
    const run = play({ 'authorization-request': ['login-page', 'consent-page'] })
    await run.until('photosShown')
    await run.move({ type: 'learner.signInAgain' })
    await run.move()
    expect(run.state()).toBe('atConsentPage')
    await run.until('photosShown')
  })

  test('with one and remembered consent, by the redirect back to the app', async () => {
    const run = play({ 'authorization-request': ['login-page', 'redirect-to-client'] })
    await run.until('photosShown')
    await run.move({ type: 'learner.signInAgain' })
    await run.move()
    expect(run.state()).toBe('sentBack')
  })
})

describe('a party says no', () => {
  test.each([
    ['open-app', 'error-page', 'stoppedAtApp'],
    ['authorization-request', 'error-page', 'stoppedAtServer'],
    ['sign-in', 'error-page', 'stoppedAtServer'],
    ['consent-request', 'error-page', 'stoppedAtServer'],
    ['consent-decision', 'error-page', 'stoppedAtServer'],
    ['callback', 'error-page', 'stoppedAtApp'],
    ['token-request', 'refusal', 'codeRefused'],
    ['resource-request', 'refusal', 'accessRefused'],
    ['photos-page', 'error-page', 'stoppedAtApp'],
  ] as const)('%s answered by %s ends at %s', async (step, arrival, state) => {
    const run = play({ [step]: [arrival] })
    await run.until(state)
    expect(run.snapshot().hasTag('refused')).toBe(true)
    expect(extras(run.snapshot())).toContain('learner.signInAgain')
  })

  test('an error sent back by redirect reaches the app, which says so', async () => {
    const run = play({ 'authorization-request': ['redirect-to-client'], callback: ['error-page'] })
    await run.until('stoppedAtApp')
    expect(steps(run.calls)).toEqual(['open-app', 'authorization-request', 'callback'])
  })
})

describe('after the photos', () => {
  test('an expired token is refused, refreshed and accepted', async () => {
    const run = play({ 'resource-request': ['resource', 'refusal', 'resource'] })
    await run.until('photosShown')
    await run.move({ type: 'learner.callApi' })
    expect(run.state()).toBe('accessRefused')
    expect(extras(run.snapshot())).toEqual(['learner.refresh', 'learner.signInAgain'])
    expect(nextButton(machine, run.snapshot()).label).toBe('Next: app → auth server, POST /token')
    await run.move()
    expect(run.state()).toBe('tokensRenewed')
    await run.until('photosShown')
    expect(steps(run.calls).slice(9)).toEqual([
      'resource-request',
      'refresh-request',
      'resource-request',
      'photos-page',
    ])
  })

  test('a revoked token is refused by the API and so is the refresh', async () => {
    const run = play({ 'resource-request': ['resource', 'refusal'], 'refresh-request': ['refusal'] })
    await run.until('photosShown')
    await run.move({ type: 'learner.revoke' })
    expect(run.state()).toBe('accessEnded')
    await run.move()
    expect(run.state()).toBe('accessRefused')
    await run.move({ type: 'learner.refresh' })
    expect(run.state()).toBe('refreshRefused')
    expect(extras(run.snapshot())).toEqual(['learner.signInAgain'])
  })
})

describe('a message is lost', () => {
  test.each([
    ['openingApp', 'beforeStart'],
    ['requestingAuthorization', 'sentToServer'],
    ['signingIn', 'atLoginPage'],
    ['requestingConsent', 'signedIn'],
    ['decidingConsent', 'atConsentPage'],
    ['returningToApp', 'sentBack'],
    ['redeemingCode', 'holdingCode'],
    ['callingApi', 'holdingTokens'],
    ['showingPhotos', 'holdingPhotos'],
  ])('%s goes back to %s, from where Next sends again', async (busy, before) => {
    const run = play()
    await run.until(before)
    await run.press()
    expect(run.state()).toBe(busy)
    await run.press({ type: 'learner.drop' })
    expect(run.state()).toBe(before)
    expect(run.exchanges().at(-1)).toMatchObject({ outcome: 'dropped', response: null })
    await run.press()
    expect(run.state()).toBe(busy)
  })

  test.each([
    ['learner.refresh', 'refreshLost', 'tokensRenewed'],
    ['learner.revoke', 'revocationLost', 'accessEnded'],
  ] as const)('%s lost on the way can be sent again', async (type, lost, after) => {
    const run = play()
    await run.until('photosShown')
    await run.press({ type })
    await run.press({ type: 'learner.drop' })
    expect(run.state()).toBe(lost)
    await run.move()
    expect(run.state()).toBe(after)
  })
})
