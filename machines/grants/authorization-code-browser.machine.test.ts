import { describe, expect, test } from 'vitest'
import type { Arrival } from '@/lib/wire/exchange'
import { loadedGrant } from '@/machines/every-grant'
import { nextButton } from '../kit/next-label'
import { extraEvents } from '../kit/reading'
import { rehearse, scripted } from '../kit/rehearsal'
import { standingTests } from '../kit/standing'

const entry = loadedGrant('authorization-code-browser')
const { machine } = entry

standingTests(entry)

const USUAL: Readonly<Record<string, Arrival>> = {
  'open-app': 'app-page',
  'script-request': 'script',
  'authorization-request': 'login-page',
  'sign-in': 'redirect-to-server',
  'consent-request': 'consent-page',
  'consent-decision': 'redirect-to-client',
  callback: 'app-page',
  'token-request': 'tokens',
  'preflight-request': 'confirmation',
  'resource-request': 'resource',
  'refresh-request': 'tokens',
  'revocation-request': 'confirmation',
}

/** The usual answers, and for some steps others: one after the other, the last one from then on. */
function play(others: Record<string, Arrival[]> = {}) {
  const left = structuredClone(others)
  const transport = scripted(({ step }) => {
    const arrival = (left[step]?.length ?? 0) > 1 ? left[step]?.shift() : left[step]?.[0]
    return { arrival: arrival ?? USUAL[step] ?? 'nothing' }
  })
  return { ...rehearse(machine, transport), calls: transport.calls }
}

const extras = (run: ReturnType<typeof play>) => extraEvents(run.snapshot()).map(({ type }) => type)

test('nothing but Next leads from the app to the photos, in the order of RFC 6749, section 4.1', async () => {
  const run = play()
  await run.until('photosShown')
  expect(run.calls.map(({ step }) => step)).toEqual([
    'open-app',
    'script-request',
    'authorization-request',
    'sign-in',
    'consent-request',
    'consent-decision',
    'callback',
    'token-request',
    'preflight-request',
    'resource-request',
  ])
  expect(run.snapshot().hasTag('done')).toBe(true)
  expect(nextButton(machine, run.snapshot()).enabled).toBe(false)
})

describe('a party says no', () => {
  test.each([
    ['open-app', 'error-page', 'stoppedAtApp'],
    ['script-request', 'refusal', 'stoppedAtApp'],
    ['authorization-request', 'error-page', 'stoppedAtServer'],
    ['sign-in', 'error-page', 'stoppedAtServer'],
    ['consent-request', 'error-page', 'stoppedAtServer'],
    ['consent-decision', 'error-page', 'stoppedAtServer'],
    ['callback', 'error-page', 'stoppedAtApp'],
    ['token-request', 'refusal', 'codeRefused'],
    ['preflight-request', 'refusal', 'callForbidden'],
    ['resource-request', 'refusal', 'accessRefused'],
  ] as const)('%s answered by %s ends at %s', async (step, arrival, state) => {
    const run = play({ [step]: [arrival] })
    await run.until(state)
    expect(run.snapshot().hasTag('refused')).toBe(true)
    expect(extras(run)).not.toEqual([])
  })

  test('a refused token is renewed, and the page asks the API again before it calls', async () => {
    const run = play({ 'resource-request': ['resource', 'refusal', 'resource'] })
    await run.until('photosShown')
    await run.move({ type: 'learner.callApi' })
    await run.until('accessRefused')
    await run.move()
    expect(run.state()).toBe('tokensRenewed')
    await run.until('photosShown')
    expect(run.calls.slice(-3).map(({ step }) => step)).toEqual([
      'refresh-request',
      'preflight-request',
      'resource-request',
    ])
  })

  test('the revoked page can only sign in again, and is still there to do so', async () => {
    const run = play()
    await run.until('photosShown')
    await run.move({ type: 'learner.revoke' })
    expect(extras(run)).toEqual(['learner.signInAgain'])
    await run.press({ type: 'learner.signInAgain' })
    expect(run.state()).toBe('requestingAuthorization')
  })
})

describe('a message is lost', () => {
  test.each([
    ['openingApp', 'beforeStart'],
    ['loadingScript', 'pageLoaded'],
    ['requestingAuthorization', 'scriptRunning'],
    ['signingIn', 'atLoginPage'],
    ['requestingConsent', 'signedIn'],
    ['decidingConsent', 'atConsentPage'],
    ['returningToApp', 'sentBack'],
    ['redeemingCode', 'holdingCode'],
    ['askingPermission', 'holdingTokens'],
    ['callingApi', 'allowedToCall'],
  ])('%s goes back to %s, from where Next sends again', async (busy, before) => {
    const run = play()
    await run.until(before)
    await run.press()
    expect(run.state()).toBe(busy)
    await run.press({ type: 'learner.drop' })
    expect(run.state()).toBe(before)
    await run.press()
    expect(run.state()).toBe(busy)
  })
})
