import { describe, expect, test } from 'vitest'
import { createTestLab } from '@/lib/testing/lab'
import { exposureOf } from '@/lib/wire/exposure'
import { carriedByRequest, carriedByResponse } from '@/lib/wire/secrets'
import { loadedGrant } from '@/machines/every-grant'
import { nextButton } from '../kit/next-label'
import { movesOf, onTheWire } from '../kit/reading'
import { ALICE, type Rehearsal, rehearse } from '../kit/rehearsal'
import { standingTests } from '../kit/standing'
import { projectSteps } from '../kit/steps'

const entry = loadedGrant('password')
const { machine, lesson } = entry

standingTests(entry)

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
type Played = Awaited<ReturnType<typeof play>>
const knowers = ({ lab }: Played) =>
  exposureOf(lab.lab.exchanges, lab.lab.castSecrets)
    .cells.filter(({ sightings: [{ kind, value }] }) => kind === 'password' && value === 'wonderland')
    .map(({ holder }) => holder)
const signIns = async ({ lab }: Played) => {
  const { backends, id } = lab.lab
  return (await backends.client.open({ lab: id, now: lab.host.wallClock, report: () => {} }).dump()).sign_ins
}

describe('where the grant is offered', () => {
  test('Alice sees her photos, and the app has seen her password', async () => {
    const run = await play()
    await run.until('photosShown')
    expect(run.exchanges().every(({ outcome }) => outcome === 'accepted')).toBe(true)
    expect(run.exchanges().at(-1)?.response?.body).toContain('data-page="photos"')
    expect(knowers(run).toSorted()).toEqual(['authorization-server', 'browser', 'client', 'user'])
    expect(run.lab.failures).toEqual([])
  })

  test('the password lies in the app’s store until it has a token, and then no more', async () => {
    const run = await play()
    await run.until('holdingPassword')
    expect(await signIns(run)).toMatchObject([{ username: 'alice', password: 'wonderland' }])
    await run.until('holdingTokens')
    expect(await signIns(run)).toMatchObject([{ username: 'alice', password: null }])
  })

  test('what happens is what was planned, and every move is as its meta says', async () => {
    const run = await play()
    const planned = keys(run)
    await run.until('photosShown')
    const asked = ['introspection-request', 'introspection-response']
    expect(keys(run).filter((key) => !asked.includes(key))).toEqual(planned)
    await run.move({ type: 'learner.refresh' })
    await run.move({ type: 'learner.revoke' })
    for (const { step, line, usually, from, to, channel } of movesOf(machine).filter(
      (meta) => meta.step !== 'outcome-page',
    )) {
      const exchange = run.exchanges().find((sent) => sent.step === step)
      const label = project(run).find((shown) => shown.id === step)?.label
      expect({ step, line: label, usually: exchange?.arrival }).toEqual({ step, line, usually })
      expect(exchange, step).toMatchObject({ from, to, channel })
    }
  })

  test('the labels of Next say who does what', async () => {
    const run = await play()
    const labels: string[] = []
    while (nextButton(machine, run.snapshot()).enabled) {
      labels.push(nextButton(machine, run.snapshot()).label)
      await run.press()
    }
    expect(labels.filter((_, index) => index % 2 === 0)).toEqual([
      'Next: Alice opens the app',
      'Next: Alice signs in',
      'Next: app → auth server, POST /token',
      'Next: app → photos API, GET /photos',
      'Next: browser → app, GET /desktop/photos',
    ])
  })

  test('a wrong password is refused, forgotten, and asked for again', async () => {
    const run = await play()
    await run.until('atAppSignIn')
    await run.move({ type: 'user.signIn', username: 'alice', password: 'looking-glass' })
    await run.move()
    expect(run.state()).toBe('passwordRefused')
    expect(project(run).findLast(({ state }) => state === 'done')).toMatchObject({
      key: 'password-refused',
      label: '400 invalid_grant',
    })
    expect(await signIns(run)).toMatchObject([{ password: null, error: 'invalid_grant' }])
    await run.move()
    expect(run.state()).toBe('atAppSignIn')
    expect(run.exchanges().at(-1)?.response?.body).toContain('do not match')
    await run.until('photosShown')
  })

  test('guessing ends: the sixth try is refused whatever it is', async () => {
    const run = await play()
    await run.until('atAppSignIn')
    for (let guess = 1; guess <= 5; guess += 1) {
      await run.move({ type: 'user.signIn', username: 'alice', password: `guess ${guess}` })
      await run.until('atAppSignIn')
    }
    await run.move()
    await run.move()
    expect(run.exchanges().at(-1)?.response?.status).toBe(429)
    await run.move()
    expect(run.exchanges().at(-1)?.response?.body).toContain('Too many wrong passwords')
  })

  test('nothing typed: the app asks again and keeps nothing', async () => {
    const run = await play()
    await run.until('atAppSignIn')
    await run.move({ type: 'user.signIn', username: '', password: '' })
    expect(run.state()).toBe('atAppSignIn')
    expect(await signIns(run)).toEqual([])
  })

  test('more scope than the app is registered for is refused: nobody was asked', async () => {
    const run = await play()
    await run.until('holdingPassword')
    await run.press()
    const lying = onTheWire(run.snapshot())
    if (!lying) throw new Error('No request lies on the wire.')
    const body = lying.request.body?.replace(/scope=[^&]*/, 'scope=usage.read') ?? null
    await run.press({ type: 'learner.deliverEdited', request: { ...lying.request, body } })
    expect(run.state()).toBe('passwordRefused')
    expect(run.exchanges().at(-1)?.response?.body).toContain('invalid_scope')
    await run.move()
    expect(run.state()).toBe('stoppedAtApp')
  })

  test('a revoked token ends, and the refresh token with it; the password opens the door again', async () => {
    const run = await play()
    await run.until('photosShown')
    await run.move({ type: 'learner.revoke' })
    await run.move({ type: 'learner.callApi' })
    expect(run.state()).toBe('accessRefused')
    await run.move({ type: 'learner.refresh' })
    expect(run.state()).toBe('refreshRefused')
    await run.move({ type: 'learner.signInAgain' })
    await run.until('photosShown')
  })
})

describe('where the policy withholds it', () => {
  test('the refusal says why, nothing is issued, and the app has the password all the same', async () => {
    const run = await play({ preset: 'bcp' })
    await run.until('passwordRefused')
    const refused = run.exchanges().at(-1)
    expect(refused?.response?.body).toContain('unsupported_grant_type')
    expect(refused?.checks.find(({ verdict }) => verdict === 'failed')?.hint).toContain('RFC 9700')
    expect(knowers(run)).toContain('client')
    await run.move()
    expect(run.state()).toBe('stoppedAtApp')
    expect(keys(run).at(-1)).toBe('app-error')
  })
})

test.each([
  ['openingApp', 'beforeStart'],
  ['signingIn', 'atAppSignIn'],
  ['sendingPassword', 'holdingPassword'],
  ['callingApi', 'holdingTokens'],
  ['showingPhotos', 'holdingPhotos'],
])('a message lost in %s leads back to %s', async (busy, before) => {
  const run = await play()
  await run.until(before)
  await run.press()
  expect(run.state()).toBe(busy)
  await run.press({ type: 'learner.drop' })
  expect(run.state()).toBe(before)
  await run.until('photosShown')
})
