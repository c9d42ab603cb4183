import { describe, expect, test } from 'vitest'
import type { Arrival } from '@/lib/wire/exchange'
import { loadedGrant } from '@/machines/every-grant'
import { nextButton } from '../kit/next-label'
import { extraEvents } from '../kit/reading'
import { rehearse, scripted } from '../kit/rehearsal'
import { standingTests } from '../kit/standing'

const entry = loadedGrant('par-dpop')
const { machine } = entry

standingTests(entry)

const USUAL: Readonly<Record<string, Arrival>> = {
  'open-app': 'redirect-to-client',
  'par-request': 'confirmation',
  'reference-request': 'redirect-to-server',
  'authorization-request': 'login-page',
  'sign-in': 'redirect-to-server',
  'consent-request': 'consent-page',
  'consent-decision': 'redirect-to-client',
  callback: 'redirect-to-client',
  'token-request': 'nonce-demanded',
  'token-retry': 'tokens',
  'resource-request': 'nonce-demanded',
  'resource-retry': 'resource',
  'photos-page': 'app-page',
  'refresh-request': 'tokens',
  'refresh-retry': 'tokens',
  theft: 'refusal',
  'theft-with-key': 'refusal',
}

function play(others: Readonly<Record<string, Arrival>> = {}) {
  const transport = scripted(({ step }) => ({ arrival: others[step] ?? USUAL[step] ?? 'nothing' }))
  return { ...rehearse(machine, transport), steps: () => transport.calls.map(({ step }) => step) }
}

describe('the usual way', () => {
  test('the request is pushed before the browser goes anywhere, and each server asks for its nonce once', async () => {
    const run = play()
    await run.until('photosShown')
    expect(run.steps()).toEqual(Object.keys(USUAL).slice(0, 13))
  })

  test('a client that knows the nonces already is asked for none', async () => {
    const run = play({ 'token-request': 'tokens', 'resource-request': 'resource' })
    await run.until('photosShown')
    expect(run.steps()).not.toContain('token-retry')
    expect(run.steps()).not.toContain('resource-retry')
  })
})

describe('a party says no', () => {
  test.each([
    ['open-app', 'error-page', 'stoppedAtApp'],
    ['par-request', 'refusal', 'pushRefused'],
    ['reference-request', 'error-page', 'stoppedAtApp'],
    ['authorization-request', 'error-page', 'stoppedAtServer'],
    ['token-request', 'refusal', 'codeRefused'],
    ['token-retry', 'refusal', 'codeRefused'],
    ['resource-request', 'refusal', 'accessRefused'],
    ['resource-retry', 'refusal', 'accessRefused'],
  ] as const)('%s answered by %s ends at %s', async (step, arrival, state) => {
    const run = play({ [step]: arrival })
    await run.until(state)
    expect(run.snapshot().hasTag('refused')).toBe(true)
    expect(extraEvents(run.snapshot()).map(({ type }) => type)).toContain('learner.signInAgain')
  })
})

describe('a thief', () => {
  test.each([
    ['learner.stealAsBearer', 'theft'],
    ['learner.stealWithKey', 'theft-with-key'],
  ] as const)('%s is refused, and the app goes on as before', async (type, step) => {
    const run = play()
    await run.until('photosShown')
    await run.move({ type })
    expect(run.state()).toBe('thiefRefused')
    expect(run.steps().at(-1)).toBe(step)
    expect(nextButton(machine, run.snapshot()).label).toBe('Next: app → photos API, GET /photos')
    await run.until('photosShown')
  })

  test('is served where nobody checks', async () => {
    const run = play({ theft: 'resource' })
    await run.until('photosShown')
    await run.move({ type: 'learner.stealAsBearer' })
    expect(run.state()).toBe('thiefServed')
  })
})

describe('a message is lost', () => {
  test.each([
    ['pushingRequest', 'requestReady'],
    ['fetchingReference', 'holdingReference'],
    ['redeemingWithNonce', 'askedForNonce'],
    ['callingWithNonce', 'askedByApi'],
  ])('%s goes back to %s, from where Next sends again', async (busy, before) => {
    const run = play()
    await run.until(before)
    await run.press()
    expect(run.state()).toBe(busy)
    await run.press({ type: 'learner.drop' })
    expect(run.state()).toBe(before)
    await run.until('photosShown')
  })
})

test('a refresh that is asked for a newer nonce goes again', async () => {
  const run = play({ 'refresh-request': 'nonce-demanded' })
  await run.until('photosShown')
  await run.move({ type: 'learner.refresh' })
  expect(run.state()).toBe('askedAtRefresh')
  await run.move()
  expect(run.state()).toBe('tokensRenewed')
})
