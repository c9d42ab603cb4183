import { describe, expect, test } from 'vitest'
import type { Arrival } from '@/lib/wire/exchange'
import { loadedGrant } from '@/machines/every-grant'
import { nextButton } from '../kit/next-label'
import { extraEvents } from '../kit/reading'
import { ALICE, rehearse, scripted } from '../kit/rehearsal'
import { standingTests } from '../kit/standing'

const entry = loadedGrant('openid-connect')
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
  'signing-keys-request': 'keys',
  'userinfo-request': 'claims',
  'resource-request': 'resource',
  'photos-page': 'app-page',
  'access-token-login': 'refusal',
}

function play(others: Readonly<Record<string, Arrival>> = {}) {
  const transport = scripted(({ step }) => ({ arrival: others[step] ?? USUAL[step] ?? 'nothing' }))
  return { ...rehearse(machine, transport, ALICE), calls: transport.calls }
}

describe('OpenID Connect', () => {
  test('the ID token is judged before anything else is done with the tokens', async () => {
    const run = play()
    await run.until('photosShown')
    expect(run.calls.map(({ step }) => step).slice(6)).toEqual([
      'token-request',
      'signing-keys-request',
      'userinfo-request',
      'resource-request',
      'photos-page',
    ])
  })

  test('an app that pushes its request, and servers that want nonces', async () => {
    const run = play({
      'open-app': 'redirect-to-client',
      'par-request': 'confirmation',
      'reference-request': 'redirect-to-server',
      'token-request': 'nonce-demanded',
      'token-retry': 'tokens',
      'resource-request': 'nonce-demanded',
      'resource-retry': 'resource',
    })
    await run.until('photosShown')
    expect(run.calls.map(({ step }) => step).slice(0, 4)).toEqual([
      ...['open-app', 'par-request', 'reference-request', 'authorization-request'],
    ])
    expect(run.calls.map(({ step }) => step).slice(8)).toEqual([
      ...['token-request', 'token-retry', 'signing-keys-request', 'userinfo-request'],
      ...['resource-request', 'resource-retry', 'photos-page'],
    ])
  })

  test.each([
    ['token-request', 'codeRefused'],
    ['signing-keys-request', 'idTokenRefused'],
    ['userinfo-request', 'userInfoRefused'],
    ['resource-request', 'accessRefused'],
  ] as const)('%s refused ends at %s', async (step, state) => {
    const run = play({ [step]: 'refusal' })
    await run.until(state)
    expect(run.snapshot().hasTag('refused')).toBe(true)
    expect(extraEvents(run.snapshot()).map(({ type }) => type)).toContain('learner.signInAgain')
  })

  test.each([
    ['refusal', 'loginRefused'],
    ['confirmation', 'loginAccepted'],
  ] as const)('an access token presented as a login: %s', async (arrival, state) => {
    const run = play({ 'access-token-login': arrival })
    await run.until('photosShown')
    await run.press({ type: 'learner.presentAccessToken' })
    expect(nextButton(machine, run.snapshot()).label).toBe('Next: deliver POST /message to app')
    await run.press()
    expect(run.state()).toBe(state)
  })

  test('a login lost on the way can be sent again', async () => {
    const run = play()
    await run.until('photosShown')
    await run.press({ type: 'learner.presentAccessToken' })
    await run.press({ type: 'learner.drop' })
    expect(run.state()).toBe('loginLost')
    await run.move()
    expect(run.state()).toBe('loginRefused')
  })
})
