import { describe, expect, test } from 'vitest'
import { createActor } from 'xstate'
import type { MoveCall } from '@/lib/lab/contract'
import type { Arrival } from '@/lib/wire/exchange'
import { loadedGrant } from '@/machines/every-grant'
import { nextButton } from '../kit/next-label'
import { partyNames } from '../kit/party-names'
import { extraEvents, pathOf } from '../kit/reading'
import { rehearse, scripted } from '../kit/rehearsal'
import { afterAnswer } from '../kit/simulate'
import { standingTests } from '../kit/standing'

const entry = loadedGrant('device')
const { machine } = entry

standingTests(entry)

const USUAL: Readonly<Record<string, Arrival>> = {
  'device-authorization-request': 'codes',
  poll: 'pending',
  'verification-page': 'code-page',
  'user-code': 'login-page',
  'sign-in': 'redirect-to-server',
  'confirm-request': 'consent-page',
  'device-decision': 'confirmation',
  'token-request': 'tokens',
  'last-poll': 'denied',
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

const steps = (calls: readonly MoveCall[]) => calls.map(({ step }) => step)
const extras = (snapshot: Parameters<typeof extraEvents>[0]) => extraEvents(snapshot).map(({ type }) => type)
const PHONE = ['inPocket', 'atCodePage', 'atLoginPage', 'signedIn', 'atConfirmPage'].map((place) => `phone.${place}`)

test('nothing but Next leads from the TV to the phone and back', async () => {
  const run = play()
  await run.until('photosShown')
  expect(steps(run.calls)).toEqual([
    'device-authorization-request',
    'poll',
    'verification-page',
    'user-code',
    'sign-in',
    'confirm-request',
    'device-decision',
    'token-request',
    'resource-request',
  ])
  expect(run.snapshot().hasTag('done')).toBe(true)
})

describe('two screens', () => {
  test.each(PHONE)('the TV may poll while Alice is at %s, and she stays there', async (place) => {
    const run = play({ poll: ['pending', 'slow-down', 'pending'] })
    await run.until(place)
    expect(extras(run.snapshot())).toEqual(['learner.poll', 'learner.pollAtOnce'])
    await run.move({ type: 'learner.pollAtOnce' })
    expect(run.state()).toBe(place)
    await run.move({ type: 'learner.poll' })
    expect(run.state()).toBe(place)
    const polls = run.calls.filter(({ step }) => step === 'poll').map(({ input }) => input?.wait)
    expect(polls).toEqual([undefined, undefined, true])
    await run.until('photosShown')
  })

  test('a reload between a poll and its answer forgets neither screen', async () => {
    const run = play()
    await run.until('phone.atConfirmPage')
    await run.press({ type: 'learner.poll' })
    const restored = createActor(run.machine, { snapshot: run.kept() }).getSnapshot()
    expect(pathOf(afterAnswer(run.machine, restored, 'pending'))).toBe('phone.atConfirmPage')
  })

  test('a lost poll leaves both screens as they were', async () => {
    const run = play()
    await run.until('phone.atLoginPage')
    await run.press({ type: 'learner.poll' })
    await run.press({ type: 'learner.drop' })
    expect(run.state()).toBe('phone.atLoginPage')
  })

  test('a new code begins with the phone in the pocket', async () => {
    const run = play({ poll: ['pending', 'expired', 'pending'] })
    await run.until('phone.atConfirmPage')
    await run.move({ type: 'learner.poll' })
    expect(run.state()).toBe('expired')
    expect(extras(run.snapshot())).toEqual(['learner.newCode'])
    await run.move({ type: 'learner.newCode' })
    expect(run.state()).toBe('showingCode')
    await run.move()
    expect(run.state()).toBe('phone.inPocket')
  })
})

describe('Alice', () => {
  test('types what her TV shows, or what the learner types', async () => {
    const run = play({ 'user-code': ['code-page', 'login-page'] })
    await run.until('phone.atCodePage')
    await run.move({ type: 'user.typeCode', code: 'BBBB-BBBB' })
    expect(run.state()).toBe('phone.atCodePage')
    await run.move()
    expect(run.calls.slice(-2).map(({ input }) => input)).toEqual([{ code: 'BBBB-BBBB' }, {}])
    expect(run.state()).toBe('phone.atLoginPage')
  })

  test('is not asked to sign in while her session lives', async () => {
    const run = play({ 'user-code': ['consent-page'] })
    await run.until('photosShown')
    expect(steps(run.calls)).not.toContain('sign-in')
  })

  test('says no, and the TV hears of it when it asks next', async () => {
    const run = play({ 'device-decision': ['denied'] })
    await run.until('phone.atConfirmPage')
    await run.move({ type: 'user.deny' })
    expect(run.state()).toBe('phone.saidNo')
    expect(run.calls.at(-1)?.input).toMatchObject({ form: 'consent', button: { value: 'deny' } })
    await run.move()
    expect(run.state()).toBe('denied')
    expect(run.snapshot().hasTag('refused')).toBe(true)
  })
})

test.each([
  ['device-authorization-request', 'refusal', 'tvRefused'],
  ['poll', 'refusal', 'tvRefused'],
  ['poll', 'expired', 'expired'],
  ['poll', 'denied', 'denied'],
  ['verification-page', 'error-page', 'phone.stopped'],
  ['user-code', 'error-page', 'phone.stopped'],
  ['sign-in', 'error-page', 'phone.stopped'],
  ['device-decision', 'error-page', 'phone.stopped'],
  ['token-request', 'expired', 'expired'],
  ['token-request', 'refusal', 'tvRefused'],
  ['resource-request', 'refusal', 'accessRefused'],
] as const)('%s answered with %s leads to %s', async (step, arrival, state) => {
  const run = play({ [step]: [arrival] })
  await run.until(state)
  expect(run.snapshot().hasTag('refused')).toBe(true)
})

test('the Next button says who acts', async () => {
  const run = play()
  const label = () => nextButton(machine, run.snapshot(), partyNames('living-room-tv')).label
  expect(label()).toBe('Next: Alice turns on the TV')
  await run.until('phone.atCodePage')
  expect(label()).toBe('Next: Alice types the code')
  await run.until('phone.saidYes')
  expect(label()).toBe('Next: TV → auth server, POST /token')
})
