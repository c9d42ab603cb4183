import { describe, expect, test } from 'vitest'
import { createTestLab } from '@/lib/testing/lab'
import { exposureOf, seenBy } from '@/lib/wire/exposure'
import { carriedByRequest, carriedByResponse } from '@/lib/wire/secrets'
import { loadedGrant } from '@/machines/every-grant'
import { nextButton } from '../kit/next-label'
import { extraEvents, movesOf, onTheWire } from '../kit/reading'
import { ALICE, rehearse } from '../kit/rehearsal'
import { standingTests } from '../kit/standing'
import { projectSteps } from '../kit/steps'

const entry = loadedGrant('refresh')
const { machine, lesson } = entry

standingTests(entry)

async function play(options: Record<string, string> = {}) {
  const lab = await createTestLab(entry?.lab(options))
  return { ...rehearse(machine, lab, ALICE), lab }
}
type Played = Awaited<ReturnType<typeof play>>

function project(run: Played) {
  const { exchanges } = run.lab.lab
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

const done = (run: Played) => project(run).filter(({ state }) => state === 'done')
const keys = (run: Played) => project(run).map(({ key }) => key)
const failed = (run: Played) => run.lab.lab.exchanges.at(-1)?.checks.find(({ verdict }) => verdict === 'failed')?.id
const extras = (run: Played) => extraEvents(run.snapshot()).map(({ type }) => type)

describe('the beginning', () => {
  test('the tokens were obtained by the real flow, and every message of it is on record with its words', async () => {
    const run = await play()
    expect(run.state()).toBe('holdingTokens')
    expect(run.lab.lab.exchanges.every(({ outcome }) => outcome === 'accepted')).toBe(true)
    expect(done(run).map(({ id }) => id)).toEqual([
      'open-app',
      'app-redirect',
      'authorization-request',
      'login-page',
      'sign-in',
      'signed-in',
      'consent-request',
      'consent-page',
      'consent-decision',
      'authorization-response',
      'callback',
      'callback-answer',
      'token-request',
      'token-response',
      'resource-request',
      'key-set-request',
      'key-set-response',
      'resource-response',
      'photos-page',
      'photos-shown',
    ])
  })

  test('it is at expiry that the access token is refused, and the clock shows it', async () => {
    const run = await play()
    const before = run.lab.lab.clock.advanced
    await run.move()
    expect(run.state()).toBe('accessRefused')
    expect(run.lab.lab.clock.advanced - before).toBeGreaterThanOrEqual(600_000)
    expect(run.lab.lab.clock.advanced - before).toBeLessThan(605_000)
    expect(done(run).at(-1)).toMatchObject({ key: 'token-expired', label: '401 invalid_token' })
    expect(failed(run)).toBe('token.expiry')
  })

  test('the learner may refresh before anything has expired', async () => {
    const run = await play()
    await run.move({ type: 'learner.refresh' })
    expect(run.state()).toBe('tokensRenewed')
    expect(run.lab.lab.clock.advanced).toBe(0)
  })
})

describe('with rotation', () => {
  test('nothing but Next leads through expiry, refresh, theft and lockout to a new sign-in, as planned', async () => {
    const run = await play()
    const planned = keys(run)
    await run.until('photosShown')
    expect(keys(run)).toEqual(planned)
    expect(keys(run).slice(20)).toEqual([
      'expired-call',
      'token-expired',
      'refresh-request',
      'refresh-response',
      'resource-request',
      'resource-response',
      'stolen-refresh',
      'reuse-detected',
      'refresh-after-theft',
      'locked-out',
      'open-app',
      'app-redirect',
      'authorization-request',
      'authorization-response',
      'callback',
      'callback-answer',
      'token-request',
      'token-response',
      'resource-request',
      'resource-response',
      'photos-page',
      'photos-shown',
    ])
    expect(run.lab.failures).toEqual([])
  })

  test('every move sends the line its meta names, and is usually answered as the meta says', async () => {
    const run = await play()
    await run.until('photosShown')
    await run.move({ type: 'learner.revoke' })
    expect(run.state()).toBe('accessEnded')
    for (const { step, line, answerLine, usually, from, to, channel, answer } of movesOf(machine)) {
      const exchange = run.lab.lab.exchanges.findLast((sent) => sent.step === step)
      if (step === 'sign-in' || step === 'consent-request' || step === 'consent-decision') continue
      const shown = project(run)
      expect({ step, line: shown.find(({ key }) => key === step)?.label, usually: exchange?.arrival }).toEqual({
        step,
        line,
        usually,
      })
      if (answerLine) expect(shown.find(({ key }) => key === answer)?.label).toBe(answerLine)
      expect(exchange, step).toMatchObject({ from, to, channel })
    }
  })

  test('the family is revoked: the retired token, then the app’s newest, and the access token where it is asked about', async () => {
    const run = await play()
    await run.until('theftNoticed')
    expect(failed(run)).toBe('refresh-unused')
    await run.until('lockedOut')
    expect(failed(run)).toBe('grant-stands')
    const { backends, id } = run.lab.lab
    const { grants } = await backends.authorizationServer
      .open({ lab: id, now: run.lab.host.wallClock, report: () => {} })
      .dump()
    expect(grants.map(({ revoked_because }) => revoked_because)).toEqual(['refresh token reused'])
  })

  test('the thief knows what it copied: the refresh token and the secret of a confidential app', async () => {
    const knows = async (client: string) => {
      const run = await play({ client })
      await run.until('theftNoticed')
      const { cells } = exposureOf(run.lab.lab.exchanges, run.lab.lab.castSecrets)
      return cells.filter(({ holder }) => holder === 'attacker').map(({ sightings: [{ kind }] }) => kind)
    }
    expect((await knows('confidential')).toSorted()).toEqual(['client_secret', 'refresh_token'])
    expect(await knows('public')).toEqual(['refresh_token'])
  })

  test('a public app is locked out the same way, and its user is asked again', async () => {
    const run = await play({ client: 'public' })
    await run.until('lockedOut')
    await run.until('atConsentPage')
    await run.until('photosShown')
  })

  test('after the new sign-in everything can be done once more', async () => {
    const run = await play()
    await run.until('photosShown')
    expect(extras(run)).toContain('learner.letExpire')
    await run.move({ type: 'learner.letExpire' })
    expect(run.state()).toBe('accessRefused')
    await run.until('lockedOut')
  })
})

describe('without rotation', () => {
  test('the copy works as well as the original, and nobody notices', async () => {
    const run = await play({ rotation: 'off' })
    await run.until('nobodyNoticed')
    expect(done(run).slice(-4)).toMatchObject([
      { key: 'stolen-refresh', from: 'attacker' },
      { key: 'thief-served', label: '200 tokens' },
      { key: 'refresh-after-theft' },
      { key: 'nobody-noticed', label: '200 tokens' },
    ])
    expect(nextButton(machine, run.snapshot()).enabled).toBe(false)
    const stolen = seenBy(exposureOf(run.lab.lab.exchanges, []), 'attacker', 'access_token')
    expect(stolen?.breach?.cites).toContain('rfc9700-4.10.1')
  })

  test('revoking the grant ends it for both', async () => {
    const run = await play({ rotation: 'off', client: 'public' })
    await run.until('nobodyNoticed')
    await run.move({ type: 'learner.revoke' })
    expect(run.state()).toBe('accessEnded')
    await run.move({ type: 'learner.refresh' })
    expect(run.state()).toBe('refreshRefused')
    await run.move({ type: 'learner.signInAgain' })
    await run.until('photosShown')
  })
})

describe('tampering and time', () => {
  test('a refresh token that lay unused too long is refused', async () => {
    const run = await play()
    run.lab.advance(25 * 60 * 60)
    await run.move()
    await run.move()
    expect(run.state()).toBe('refreshRefused')
    expect(failed(run)).toBe('refresh-unexpired')
    await run.move({ type: 'learner.signInAgain' })
    await run.until('atLoginPage')
    await run.until('photosShown')
  })

  test('more scope than Alice agreed to is refused, and the token is not used up', async () => {
    const run = await play()
    await run.until('accessRefused')
    await run.press()
    const lying = onTheWire(run.snapshot())
    if (!lying) throw new Error('No request lies on the wire.')
    const body = `${lying.request.body}&scope=photos.read+usage.read`
    await run.press({ type: 'learner.deliverEdited', request: { ...lying.request, body } })
    expect(run.state()).toBe('refreshRefused')
    expect(run.lab.lab.exchanges.at(-1)?.response?.body).toContain('invalid_scope')
  })

  test.each([
    ['callingAfterExpiry', 'holdingTokens', 'callLost'],
    ['refreshing', 'accessRefused', 'refreshLost'],
    ['callingAgain', 'tokensRenewed', 'tokensRenewed'],
    ['presentingStolen', 'accessRenewed', 'accessRenewed'],
    ['refreshingAfterTheft', 'theftNoticed', 'secondRefreshLost'],
    ['openingApp', 'lockedOut', 'signInLost'],
  ])('a message lost in %s is sent again', async (busy, before, after) => {
    const run = await play()
    await run.until(before)
    await run.press()
    expect(run.state()).toBe(busy)
    await run.press({ type: 'learner.drop' })
    expect(run.state()).toBe(after)
    await run.until('photosShown')
  })
})
