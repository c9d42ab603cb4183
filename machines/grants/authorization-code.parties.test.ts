import { describe, expect, test } from 'vitest'
import { createTestLab } from '@/lib/testing/lab'
import { carriedByRequest, carriedByResponse } from '@/lib/wire/secrets'
import { loadedGrant } from '@/machines/every-grant'
import type { GrantInput } from '../kit/grant'
import { movesOf, onTheWire } from '../kit/reading'
import { ALICE, type Rehearsal, rehearse } from '../kit/rehearsal'
import { projectSteps } from '../kit/steps'

/** The machine with the real servers, in process: what it expects is what they do. */

const entry = loadedGrant('authorization-code')
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
  (run.exchanges().at(-1)?.checks ?? []).filter(({ verdict }) => verdict === 'failed').map(({ id }) => id)

describe('the usual way', () => {
  test.each([
    [{}],
    [{ pkce: 'on' }],
    [{ pkce: 'off' }],
    [{ client: 'public' }],
    [{ client: 'public', pkce: 'off' }],
    [{ token: 'opaque' }],
  ])('with %o, Alice sees her photos', async (options) => {
    const run = await play(options)
    await run.until('photosShown')
    expect(run.exchanges().every(({ outcome }) => outcome === 'accepted')).toBe(true)
    expect(run.exchanges().at(-1)?.response?.body).toContain('data-page="photos"')
    expect(run.lab.failures).toEqual([])
  })

  test('every move sends the line its meta names, and is usually answered as the meta says', async () => {
    const run = await play()
    await run.until('photosShown')
    await run.move({ type: 'learner.refresh' })
    await run.move({ type: 'learner.revoke' })
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
    expect(keys(run)).toEqual(expect.arrayContaining(children))
  })

  test('secrets are seen where they travel: the code in the front channel, the tokens behind it', async () => {
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
  })

  test('an opaque token is introspected, on every call', async () => {
    const run = await play({ token: 'opaque' })
    await run.until('photosShown')
    await run.move({ type: 'learner.callApi' })
    expect(keys(run).filter((key) => key === 'introspection-response')).toHaveLength(2)
  })

  test('without PKCE no challenge and no verifier is ever sent', async () => {
    const run = await play({ pkce: 'off' })
    await run.until('photosShown')
    expect(JSON.stringify(run.exchanges().map(({ request }) => request))).not.toMatch(/code_challenge|code_verifier/)
  })

  test('a public client sends no secret', async () => {
    const run = await play({ client: 'public' })
    await run.until('photosShown')
    const token = run.exchanges().find(({ step }) => step === 'token-request')
    expect(token?.request.headers.map(([name]) => name)).not.toContain('authorization')
    expect(token?.request.body).not.toContain('client_secret')
  })
})

describe('Alice', () => {
  test('may deny: the app is told, and nothing was granted', async () => {
    const run = await play()
    await run.until('atConsentPage')
    await run.move({ type: 'user.deny' })
    await run.until('stoppedAtApp')
    expect(keys(run).slice(-4)).toEqual(['consent-decision', 'authorization-error', 'callback', 'app-error'])
  })

  test('may approve a part: the token gets no more', async () => {
    const run = await play()
    await run.until('atConsentPage')
    await run.move({ type: 'user.approve', scopes: ['photos.read'] })
    await run.until('holdingTokens')
    expect(JSON.parse(run.exchanges().at(-1)?.response?.body ?? '{}')).toMatchObject({ scope: 'photos.read' })
  })

  test('may mistype her password and try again', async () => {
    const run = await play()
    await run.until('atLoginPage')
    await run.move({ type: 'user.signIn', username: 'alice', password: 'looking-glass' })
    expect(run.state()).toBe('atLoginPage')
    expect(keys(run).slice(4, 7)).toEqual(['sign-in', 'wrong-password', 'sign-in'])
    await run.until('photosShown')
  })

  test('does not see the login page again while her session lives', async () => {
    const run = await play()
    await run.until('photosShown')
    await run.move({ type: 'learner.signInAgain' })
    await run.move()
    expect(['atConsentPage', 'sentBack']).toContain(run.state())
    await run.until('photosShown')
    expect(keys(run).filter((key) => key === 'login-page')).toHaveLength(1)
    expect(keys(run)).not.toContain('unexpected-answer')
  })
})

describe('afterwards', () => {
  test('an expired token is refused, refreshed, and works again', async () => {
    const run = await play()
    await run.until('photosShown')
    run.lab.advance(11 * 60)
    await run.move({ type: 'learner.callApi' })
    expect(run.state()).toBe('accessRefused')
    await run.move()
    expect(run.state()).toBe('tokensRenewed')
    await run.until('photosShown')
    expect(keys(run).slice(-8)).toEqual([
      'resource-request',
      'access-refused',
      'refresh-request',
      'refresh-response',
      'resource-request',
      'resource-response',
      'photos-page',
      'photos-shown',
    ])
  })

  test('a revoked opaque token is refused at once, and the refresh token with it', async () => {
    const run = await play({ token: 'opaque' })
    await run.until('photosShown')
    await run.move({ type: 'learner.revoke' })
    expect(run.state()).toBe('accessEnded')
    await run.move()
    expect(run.state()).toBe('accessRefused')
    await run.move()
    expect(run.state()).toBe('refreshRefused')
  })

  test('a revoked JWT still opens an API that checks it by itself', async () => {
    const run = await play()
    await run.until('photosShown')
    await run.move({ type: 'learner.revoke' })
    await run.move()
    expect(run.state()).toBe('holdingPhotos')
  })
})

describe('tampering', () => {
  test('another code_verifier: the auth server refuses the code', async () => {
    const run = await play()
    await run.until('holdingCode')
    await run.press()
    const lying = onTheWire(run.snapshot())
    if (!lying) throw new Error('No request lies on the wire.')
    const body = lying.request.body?.replace(/code_verifier=[^&]+/, `code_verifier=${'x'.repeat(43)}`) ?? null
    await run.press({ type: 'learner.deliverEdited', request: { ...lying.request, body } })
    expect(run.state()).toBe('codeRefused')
    expect(failedChecks(run)).toHaveLength(1)
    expect(project(run).at(-1)).toMatchObject({ key: 'token-refused', label: '400 invalid_grant', outcome: 'refused' })
  })

  test('another redirect_uri: the auth server sends Alice nowhere', async () => {
    const run = await play()
    await run.until('sentToServer')
    await run.press()
    const lying = onTheWire(run.snapshot())
    if (!lying) throw new Error('No request lies on the wire.')
    const url = new URL(lying.request.url)
    url.searchParams.set('redirect_uri', 'https://attacker.example/callback')
    await run.press({ type: 'learner.deliverEdited', request: { ...lying.request, url: url.href } })
    expect(run.state()).toBe('stoppedAtServer')
    expect(project(run).at(-1)?.key).toBe('server-error')
  })

  test('another state: the app throws the answer away', async () => {
    const run = await play()
    await run.until('sentBack')
    await run.press()
    const lying = onTheWire(run.snapshot())
    if (!lying) throw new Error('No request lies on the wire.')
    const url = new URL(lying.request.url)
    url.searchParams.set('state', 'of-somebody-else')
    await run.press({ type: 'learner.deliverEdited', request: { ...lying.request, url: url.href } })
    expect(run.state()).toBe('stoppedAtApp')
    expect(failedChecks(run)).toHaveLength(1)
  })

  test('a lost token request can be sent again', async () => {
    const run = await play()
    await run.until('holdingCode')
    await run.press()
    await run.press({ type: 'learner.drop' })
    expect(run.state()).toBe('holdingCode')
    await run.until('photosShown')
  })
})
