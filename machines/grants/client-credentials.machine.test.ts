import { describe, expect, test } from 'vitest'
import type { MoveCall } from '@/lib/lab/contract'
import type { Arrival } from '@/lib/wire/exchange'
import { loadedGrant } from '@/machines/every-grant'
import { lanesOf } from '../kit/lanes'
import { nextButton } from '../kit/next-label'
import { partyNames } from '../kit/party-names'
import { extraEvents } from '../kit/reading'
import { ALICE, rehearse, scripted } from '../kit/rehearsal'
import { standingTests } from '../kit/standing'

const entry = loadedGrant('client-credentials')
const { machine } = entry

standingTests(entry)

const USUAL: Readonly<Record<string, Arrival>> = {
  'token-request': 'tokens',
  'token-retry': 'tokens',
  'usage-request': 'resource',
  'usage-retry': 'resource',
  'photos-request': 'refusal',
  'revocation-request': 'confirmation',
}

/** The usual answers, and for some steps others: one after the other, the last one from then on. */
function play(others: Record<string, Arrival[]> = {}) {
  const left = structuredClone(others)
  const transport = scripted(({ step }) => {
    const arrival = (left[step]?.length ?? 0) > 1 ? left[step]?.shift() : left[step]?.[0]
    return { arrival: arrival ?? USUAL[step] ?? 'nothing' }
  })
  return { ...rehearse(machine, transport, ALICE), calls: transport.calls }
}

const steps = (calls: readonly MoveCall[]) => calls.map(({ step }) => step)

describe('the usual way', () => {
  test('three requests, and a refusal is what the last one is for', async () => {
    const run = play()
    await run.until('photosDenied')
    expect(steps(run.calls)).toEqual(['token-request', 'usage-request', 'photos-request'])
    expect(run.calls.every(({ input }) => input?.application === 'nightly-backup')).toBe(true)
    expect(run.snapshot().hasTag('done')).toBe(true)
    expect(extraEvents(run.snapshot()).map(({ type }) => type)).toEqual([
      'learner.callApi',
      'learner.askAgain',
      'learner.revoke',
    ])
  })

  test('no user and no browser takes part', () => {
    expect(lanesOf(machine, [])).toEqual(['client', 'authorization-server', 'resource-server'])
  })

  test('the labels of Next name the job', async () => {
    const run = play()
    const label = () => nextButton(machine, run.snapshot(), partyNames(entry.client)).label
    expect(label()).toBe('Next: backup job → auth server, POST /token')
    await run.move()
    expect(label()).toBe('Next: backup job → photos API, GET /usage')
    await run.move()
    expect(label()).toBe('Next: backup job → photos API, GET /photos')
  })
})

describe('a server wants its nonce in the proof', () => {
  test('each request goes again with it', async () => {
    const run = play({ 'token-request': ['nonce-demanded'], 'usage-request': ['nonce-demanded'] })
    await run.until('askedForNonce')
    await run.until('askedByApi')
    await run.until('photosDenied')
    expect(steps(run.calls)).toEqual([
      ...['token-request', 'token-retry', 'usage-request', 'usage-retry', 'photos-request'],
    ])
  })

  test('a nonce that has grown old is asked for again', async () => {
    const run = play({
      'token-request': ['nonce-demanded'],
      'token-retry': ['nonce-demanded', 'tokens'],
      'photos-request': ['nonce-demanded', 'refusal'],
    })
    await run.until('photosDenied')
    expect(steps(run.calls).filter((step) => step === 'token-retry')).toHaveLength(2)
    expect(steps(run.calls).filter((step) => step === 'photos-request')).toHaveLength(2)
  })

  test.each([
    ['token-retry', 'requestRefused'],
    ['usage-retry', 'tokenRefused'],
  ])('%s refused ends at %s', async (step, state) => {
    const run = play({
      'token-request': ['nonce-demanded'],
      'usage-request': ['nonce-demanded'],
      [step]: ['refusal'],
    })
    await run.until(state)
  })
})

describe('afterwards', () => {
  test('an expired token is refused, and Next asks for a new one', async () => {
    const run = play({ 'usage-request': ['resource', 'refusal', 'resource'] })
    await run.until('photosDenied')
    await run.move({ type: 'learner.callApi' })
    expect(run.state()).toBe('tokenRefused')
    await run.until('holdingToken')
    await run.until('holdingUsage')
    expect(steps(run.calls).slice(3)).toEqual(['usage-request', 'token-request', 'usage-request'])
  })

  test('a revoked token can still be tried', async () => {
    const run = play({ 'usage-request': ['resource', 'refusal'] })
    await run.until('photosDenied')
    await run.move({ type: 'learner.revoke' })
    expect(run.state()).toBe('tokenRevoked')
    await run.move()
    expect(run.state()).toBe('tokenRefused')
  })
})

test.each([
  ['token-request', 'requestRefused'],
  ['usage-request', 'tokenRefused'],
] as const)('%s refused ends at %s, from where the job may ask again', async (step, state) => {
  const run = play({ [step]: ['refusal'] })
  await run.until(state)
  expect(run.snapshot().hasTag('refused')).toBe(true)
  expect(extraEvents(run.snapshot()).map(({ type }) => type)).toEqual(['learner.askAgain'])
})

test('an API that looks at nothing hands something over, and the machine says so', async () => {
  const run = play({ 'photos-request': ['resource'] })
  await run.until('photosGiven')
})

test('a refused revocation can be tried again', async () => {
  const run = play({ 'revocation-request': ['refusal', 'confirmation'] })
  await run.until('photosDenied')
  await run.move({ type: 'learner.revoke' })
  expect(run.state()).toBe('revocationRefused')
  await run.move({ type: 'learner.revoke' })
  expect(run.state()).toBe('tokenRevoked')
})

describe('a message is lost', () => {
  test.each([
    ['requestingToken', 'beforeAsking'],
    ['callingUsage', 'holdingToken'],
    ['askingForPhotos', 'holdingUsage'],
    ['requestingWithNonce', 'askedForNonce'],
    ['callingWithNonce', 'askedByApi'],
  ])('%s goes back to %s, from where Next sends again', async (busy, before) => {
    const nonce = /Nonce$/.test(busy)
      ? { 'token-request': ['nonce-demanded'], 'usage-request': ['nonce-demanded'] }
      : {}
    const run = play(nonce as Record<string, Arrival[]>)
    await run.until(before)
    await run.press()
    expect(run.state()).toBe(busy)
    await run.press({ type: 'learner.drop' })
    expect(run.state()).toBe(before)
    await run.press()
    expect(run.state()).toBe(busy)
  })

  test('a lost revocation is sent again by Next', async () => {
    const run = play()
    await run.until('photosDenied')
    await run.press({ type: 'learner.revoke' })
    await run.press({ type: 'learner.drop' })
    expect(run.state()).toBe('revocationLost')
    await run.move()
    expect(run.state()).toBe('tokenRevoked')
  })
})
