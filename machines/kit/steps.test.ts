import { describe, expect, test } from 'vitest'
import { authorizationCodeLesson } from '@/lib/lessons/authorization-code'
import type { HttpResponse } from '@/lib/oauth/http'
import type { Exchange } from '@/lib/wire/exchange'
import { authorizationCodeMachine } from '../grants/authorization-code.machine'
import { onTheWire } from './reading'
import { type Answer, type Rehearsal, rehearse, scripted } from './rehearsal'
import { projectSteps } from './steps'

const AS = 'http://localhost:3001/lab-1'
const RS = 'http://localhost:3002/lab-1'
const APP = 'http://localhost:3003/client/lab-1'

const redirect = (location: string): HttpResponse => ({ status: 303, headers: [['location', location]], body: null })
const json = (status: number, value: unknown): HttpResponse => ({ status, headers: [], body: JSON.stringify(value) })

const ANSWERS: Readonly<Record<string, Answer>> = {
  'open-app': { arrival: 'redirect-to-server', response: redirect(`${AS}/authorize?client_id=photo-editor`) },
  'authorization-request': {
    arrival: 'login-page',
    response: { status: 200, headers: [], body: '<body class="x" data-page="login">' },
  },
  'sign-in': { arrival: 'redirect-to-server', response: redirect(`${AS}/consent?transaction=1`) },
  'consent-request': { arrival: 'consent-page' },
  'consent-decision': { arrival: 'redirect-to-client', response: redirect(`${APP}/callback?code=c`) },
  callback: { arrival: 'redirect-to-client', response: redirect(`${APP}/photos`) },
  'token-request': { arrival: 'tokens', response: json(200, { access_token: 'a' }) },
  'resource-request': { arrival: 'resource', response: json(200, { photos: [] }) },
  'photos-page': { arrival: 'app-page' },
  'refresh-request': { arrival: 'tokens', response: json(200, { access_token: 'b' }) },
}

function play(others: Record<string, Answer> = {}) {
  return rehearse(
    authorizationCodeMachine,
    scripted(({ step }) => others[step] ?? ANSWERS[step] ?? { arrival: 'nothing' }),
  )
}

function project(run: Rehearsal, exchanges: Exchange[] = run.exchanges()) {
  const snapshot = run.snapshot()
  return projectSteps({
    machine: authorizationCodeMachine,
    lesson: authorizationCodeLesson,
    exchanges,
    onTheWire: onTheWire(snapshot),
    snapshot,
    secrets: {
      request: () => [{ kind: 'state', value: 'sent', derived: false }],
      response: () => [{ kind: 'state', value: 'returned', derived: true }],
    },
  })
}

const ids = (steps: ReturnType<typeof project>) => steps.map(({ id }) => id)

describe('a whole run', () => {
  test('before anything happened, the usual way is planned: two steps for each message', () => {
    const steps = project(play())
    expect(steps).toHaveLength(18)
    expect(steps.every(({ state, exchange }) => state === 'planned' && exchange === null)).toBe(true)
    expect(steps.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1))
    expect(steps[0]).toMatchObject({
      id: 'open-app',
      from: 'browser',
      to: 'client',
      human: 'opens the app',
      label: 'GET /login',
    })
    expect(steps[1]).toMatchObject({ id: 'app-redirect', from: 'client', to: 'browser', label: '303 → auth server' })
    expect(steps[13]).toMatchObject({ id: 'token-response', label: '200 tokens', phase: 'redeem', channel: 'back' })
  })

  test('a request cites what its move goes by and what its words rest on', () => {
    const request = project(play()).find(({ id }) => id === 'token-request')
    expect(request?.cites).toEqual(['rfc6749-4.1.3', 'rfc6749-3.2.1', 'rfc7636-4.5', 'rfc9700-4.5'])
  })

  test('the number of steps stays the same while the usual way happens, and so do their ids', async () => {
    const run = play()
    const expected = ids(project(run))
    while (run.state() !== 'photosShown') {
      await run.press()
      expect(ids(project(run))).toEqual(expected)
    }
    expect(project(run).every(({ state }) => state === 'done')).toBe(true)
  })

  test('every press of Next makes exactly one more step happen', async () => {
    const run = play()
    for (let presses = 1; presses <= 18; presses += 1) {
      await run.press()
      expect(project(run).filter(({ state }) => state !== 'planned')).toHaveLength(presses)
    }
  })

  test('labels of what happened come from the messages', async () => {
    const run = play()
    await run.until('photosShown')
    const labels = Object.fromEntries(project(run).map(({ id, label }) => [id, label]))
    expect(labels).toMatchObject({
      'app-redirect': '303 → /authorize',
      'login-page': '200 login page',
      'signed-in': '303 → /consent',
      'authorization-response': '303 → /callback',
      'token-response': '200 tokens',
      'resource-response': '200 photos',
      'token-request': 'POST /message',
    })
  })

  test('secrets are those the reader finds in each message', async () => {
    const run = play()
    await run.move()
    const [request, response, planned] = project(run)
    expect(request?.carries).toEqual([{ kind: 'state', value: 'sent', derived: false }])
    expect(response?.carries).toEqual([{ kind: 'state', value: 'returned', derived: true }])
    expect(planned?.carries).toEqual([])
  })
})

describe('on the wire', () => {
  test('a prepared request is a step of its own, its response still planned', async () => {
    const run = play()
    await run.until('sentToServer')
    await run.press()
    const [, , request, response] = project(run)
    expect(request).toMatchObject({ id: 'authorization-request', state: 'on-the-wire', outcome: null })
    expect(request?.exchange).toMatchObject({ seq: 2, response: null, step: 'authorization-request' })
    expect(response).toMatchObject({ id: 'login-page', state: 'planned', exchange: null })
  })
})

describe('leaving the usual way', () => {
  test('a step that happens again gets -2, and its key stays', async () => {
    const run = play()
    await run.until('photosShown')
    await run.press({ type: 'learner.callApi' })
    const again = project(run).find(({ id }) => id === 'resource-request-2')
    expect(again).toMatchObject({ key: 'resource-request', state: 'on-the-wire', number: 19 })
    expect(ids(project(run)).slice(19)).toEqual(['resource-response-2', 'photos-page-2', 'photos-shown-2'])
  })

  test('a wrong password has its own words, and the way ahead is planned again', async () => {
    const run = play({ 'sign-in': { arrival: 'login-page', outcome: 'refused' } })
    await run.until('atLoginPage')
    await run.move()
    const steps = project(run)
    expect(steps[5]).toMatchObject({ id: 'wrong-password', outcome: 'refused', state: 'done' })
    expect(steps[6]).toMatchObject({ id: 'sign-in-2', state: 'planned' })
    expect(steps[4]?.outcome).toBeNull()
  })

  test('a redirect that carries an error is not told as one that carries a code', async () => {
    const denied = redirect(`${APP}/callback?error=access_denied&state=s`)
    const run = play({
      'consent-decision': { arrival: 'redirect-to-client', response: denied, outcome: 'refused' },
      callback: { arrival: 'error-page' },
    })
    await run.until('stoppedAtApp')
    expect(ids(project(run)).slice(-4)).toEqual(['consent-decision', 'authorization-error', 'callback', 'app-error'])
  })

  test('with a live session, the consent page answers the authorization request', async () => {
    const run = play({ 'authorization-request': { arrival: 'consent-page' } })
    await run.until('atConsentPage')
    expect(ids(project(run)).slice(0, 5)).toEqual([
      'open-app',
      'app-redirect',
      'authorization-request',
      'consent-page',
      'consent-decision',
    ])
  })

  test('after a refusal nothing is planned that nobody can do', async () => {
    const run = play({ 'token-request': { arrival: 'refusal', response: json(400, { error: 'invalid_grant' }) } })
    await run.until('codeRefused')
    expect(project(run).at(-1)).toMatchObject({
      id: 'token-refused',
      label: '400 invalid_grant',
      outcome: 'refused',
      state: 'done',
    })
  })

  test('a lost message says so, and the request is planned once more', async () => {
    const run = play()
    await run.press()
    await run.press({ type: 'learner.drop' })
    const steps = project(run)
    expect(steps[1]).toMatchObject({ id: 'lost', outcome: 'dropped', label: 'lost', carries: [] })
    expect(steps[2]).toMatchObject({ id: 'open-app-2', state: 'planned' })
  })

  test('an answer no lesson foresees gets words made from the message', async () => {
    const run = play({ 'token-request': { arrival: 'confirmation' } })
    await run.until('codeRefused')
    const step = project(run).find(({ key }) => key === 'unexpected-answer')
    expect(step?.lesson.caption).toMatch(/answers: .+\. That is not what usually comes here/)
  })
})

describe('what others send', () => {
  test('exchanges inside another stand between its request and its response', async () => {
    const ask = { method: 'POST', url: `${AS}/introspect`, headers: [], body: null } as const
    const run = play({
      'resource-request': {
        arrival: 'resource',
        children: [{ from: 'resource-server', to: 'authorization-server', request: { ...ask, headers: [] } }],
      },
    })
    await run.until('holdingPhotos')
    expect(ids(project(run)).slice(14, 18)).toEqual([
      'resource-request',
      'introspection-request',
      'introspection-response',
      'resource-response',
    ])
    expect(project(run)[15]).toMatchObject({ from: 'resource-server', phase: 'use', label: 'POST /introspect' })
  })

  test('a message from outside the player appears in its place, with words made from it', async () => {
    const run = play()
    await run.move()
    const [first] = run.exchanges()
    if (!first) throw new Error('Nothing was recorded.')
    const request = { method: 'GET', url: `${RS}/photos`, headers: [], body: null } satisfies Exchange['request']
    const stranger: Exchange = { ...first, seq: 2, move: null, step: null, to: 'resource-server', request }
    const again: Exchange = { ...stranger, seq: 3, move: 'send-again' }
    const steps = project(run, [again, first, stranger])
    expect(ids(steps).slice(2, 6)).toEqual([
      'outside-request',
      'outside-response',
      'outside-request-2',
      'outside-response-2',
    ])
    expect(steps[2]?.lesson.title).toBe('A message from outside the player')
    expect(steps[2]?.lesson.caption).toContain('GET /photos to the photos API')
    expect(steps[4]?.lesson.title).toBe('A delivered message is sent again')
    expect(steps[6]).toMatchObject({ id: 'authorization-request', state: 'planned' })
  })
})
