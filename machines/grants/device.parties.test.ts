import { describe, expect, test } from 'vitest'
import { openMemory } from '@/lib/storage/memory'
import type { OpenBackend } from '@/lib/storage/port'
import { openSqlite } from '@/lib/storage/sqlite'
import { createTestLab } from '@/lib/testing/lab'
import { carriedByRequest, carriedByResponse } from '@/lib/wire/secrets'
import { loadedGrant } from '@/machines/every-grant'
import { movesOf, onTheWire } from '../kit/reading'
import { ALICE, type Rehearsal, rehearse } from '../kit/rehearsal'
import { projectSteps } from '../kit/steps'

/** The machine with the real servers, in process: what it expects is what they do. */

const entry = loadedGrant('device')
const { machine, lesson } = entry

async function play(options: Record<string, string> = {}, open: OpenBackend = openMemory) {
  const lab = await createTestLab(entry?.lab(options), { open })
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

type Run = Awaited<ReturnType<typeof play>>
const keys = (run: Rehearsal) => project(run).map(({ key }) => key)
const last = (run: Rehearsal) => project(run).findLast(({ state }) => state === 'done')
const failedChecks = (run: Rehearsal) =>
  (run.exchanges().at(-1)?.checks ?? []).filter(({ verdict }) => verdict === 'failed').map(({ id }) => id)
const screens = ({ lab }: Run) => lab.lab.timeline.at(-1)?.devices ?? []

describe('the usual way', () => {
  test.each([[{}], [{ token: 'opaque' }]])('with %o, the TV shows her photos', async (options) => {
    const run = await play(options)
    await run.until('photosShown')
    expect(screens(run)).toMatchObject([{ name: 'Living Room TV', screen: { page: 'photos' } }])
    expect(screens(run)[0]?.screen.items.length).toBeGreaterThan(0)
    expect(run.lab.failures).toEqual([])
  })

  test('on SQLite, too: pending, slow down, tokens', async () => {
    const run = await play({}, openSqlite(':memory:'))
    await run.until('phone.atConfirmPage')
    await run.move({ type: 'learner.pollAtOnce' })
    expect(last(run)?.key).toBe('slow-down')
    await run.until('photosShown')
    expect(run.lab.failures).toEqual([])
  })

  test('every move sends the line its meta names, and is usually answered as the meta says', async () => {
    const yes = await play()
    await yes.until('photosShown')
    await yes.move({ type: 'learner.refresh' })
    await yes.move({ type: 'learner.revoke' })
    const no = await play()
    await no.until('phone.atConfirmPage')
    await no.move({ type: 'user.deny' })
    await no.until('denied')
    for (const { step, line, usually, from, to, channel } of movesOf(machine)) {
      const run = step === 'last-poll' ? no : yes
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
  })

  test('the device code travels behind the scenes only; the user code goes by way of Alice', async () => {
    const run = await play()
    await run.until('photosShown')
    const carriers = (kind: string) =>
      project(run)
        .filter(({ carries }) => carries.some((secret) => secret.kind === kind && !secret.derived))
        .map(({ id }) => id)
    expect(carriers('device_code')).toEqual(['device-authorization-response', 'poll', 'token-request'])
    expect(carriers('user_code')).toEqual(expect.arrayContaining(['device-authorization-response', 'user-code']))
    expect(carriers('access_token')).toEqual(['token-response', 'resource-request'])
    const toPhone = project(run).filter(({ from, to }) => [from, to].includes('browser'))
    expect(toPhone.flatMap(({ carries }) => carries.map(({ kind }) => kind))).not.toContain('access_token')
  })

  test('the TV shows code and address, then that she is being waited for, then the photos', async () => {
    const run = await play()
    await run.until('showingCode')
    const text = screens(run)[0]?.screen.text.join(' ') ?? ''
    expect(text).toMatch(/[A-Z]{4}-[A-Z]{4}/)
    expect(text).toContain('/device')
    await run.until('holdingTokens')
    expect(screens(run)).toMatchObject([{ screen: { page: 'waiting' } }])
  })
})

describe('polling', () => {
  test('at once is too soon: slow_down, and the interval grows', async () => {
    const run = await play()
    await run.until('phone.inPocket')
    await run.move({ type: 'learner.pollAtOnce' })
    expect(last(run)).toMatchObject({ key: 'slow-down', label: '400 slow_down' })
    expect(failedChecks(run)).toEqual(['device-polled-slowly'])
    const [device] = (
      await run.lab.lab.backends.client
        .open({ lab: run.lab.lab.id, now: run.lab.host.wallClock, report: () => {} })
        .dump()
    ).devices
    expect(device).toMatchObject({ interval: 10, status: 'waiting' })
  })

  test('after the interval is never too soon, whatever came before', async () => {
    const run = await play()
    await run.until('phone.atCodePage')
    await run.move({ type: 'learner.pollAtOnce' })
    await run.move({ type: 'learner.pollAtOnce' })
    for (let polls = 0; polls < 3; polls++) {
      const before = run.lab.lab.clock.advanced
      await run.move({ type: 'learner.poll' })
      expect(last(run)?.key).toBe('still-pending')
      expect(run.lab.lab.clock.advanced - before).toBeGreaterThan(10_000)
    }
    await run.until('photosShown')
  })

  test('after the code has expired ends the asking; a new code starts over', async () => {
    const run = await play()
    await run.until('phone.atConfirmPage')
    run.lab.advance(601)
    await run.move({ type: 'learner.poll' })
    expect(run.state()).toBe('expired')
    expect(last(run)).toMatchObject({ key: 'code-expired', label: '400 expired_token' })
    expect(screens(run)).toMatchObject([{ screen: { page: 'error', title: expect.stringContaining('expired') } }])
    await run.move({ type: 'learner.newCode' })
    await run.until('photosShown')
  })

  test('with the device code of nobody is refused', async () => {
    const run = await play()
    await run.until('phone.inPocket')
    await run.press({ type: 'learner.poll' })
    const lying = onTheWire(run.snapshot())
    if (!lying) throw new Error('No request lies on the wire.')
    const body = lying.request.body?.replace(/device_code=[^&]+/, 'device_code=made-up') ?? null
    await run.press({ type: 'learner.deliverEdited', request: { ...lying.request, body } })
    expect(run.state()).toBe('tvRefused')
    expect(failedChecks(run)).toEqual(['device-code-known'])
  })

  test('as another client is refused', async () => {
    const run = await play()
    await run.until('phone.saidYes')
    await run.press()
    const lying = onTheWire(run.snapshot())
    if (!lying) throw new Error('No request lies on the wire.')
    const body = lying.request.body?.replace('living-room-tv', 'photo-gallery') ?? null
    await run.press({ type: 'learner.deliverEdited', request: { ...lying.request, body } })
    expect(run.state()).toBe('tvRefused')
    expect(last(run)?.key).toBe('poll-refused')
  })
})

describe('Alice', () => {
  test('may deny: the TV hears it, shows it, and holds nothing', async () => {
    const run = await play()
    await run.until('phone.atConfirmPage')
    await run.move({ type: 'user.deny' })
    expect(last(run)?.key).toBe('denial-kept')
    await run.until('denied')
    expect(last(run)).toMatchObject({ key: 'poll-denied', label: '400 access_denied' })
    expect(screens(run)[0]?.screen.text).toContain('# You said no, and that is fine')
    expect(run.exchanges().some(({ arrival }) => arrival === 'tokens')).toBe(false)
  })

  test('may mistype the code, in any way she likes, until it is locked', async () => {
    const run = await play()
    await run.until('phone.atCodePage')
    for (let tries = 0; tries < 5; tries++) {
      await run.move({ type: 'user.typeCode', code: 'BBBB-BBBB' })
      expect(last(run)?.key).toBe('wrong-code')
    }
    await run.move()
    expect(failedChecks(run)).toEqual(['user-code-guesses-limited'])
    run.lab.advance(60)
    await run.until('photosShown')
  })

  test('may type it in small letters without the hyphen', async () => {
    const run = await play()
    await run.until('phone.atCodePage')
    const code = screens(run)[0]?.screen.text.find((text) => /^[A-Z]{4}-[A-Z]{4}$/.test(text)) ?? ''
    await run.move({ type: 'user.typeCode', code: code.toLowerCase().replace('-', ' ') })
    expect(run.state()).toBe('phone.atLoginPage')
  })

  test('may mistype her password, and is not asked again while her session lives', async () => {
    const run = await play()
    await run.until('phone.atLoginPage')
    await run.move({ type: 'user.signIn', username: 'alice', password: 'looking-glass' })
    expect(last(run)?.key).toBe('wrong-password')
    await run.until('photosShown')
    await run.move({ type: 'learner.newCode' })
    await run.until('photosShown')
    expect(keys(run).filter((key) => key === 'login-page')).toHaveLength(1)
    expect(keys(run)).not.toContain('unexpected-answer')
  })

  test('comes too late: the page stops, and the TV has long given up', async () => {
    const run = await play()
    await run.until('phone.atConfirmPage')
    run.lab.advance(601)
    await run.move({ type: 'user.approve', scopes: ['photos.read'] })
    expect(run.state()).toBe('phone.stopped')
    expect(last(run)?.key).toBe('verification-stopped')
    await run.move({ type: 'learner.poll' })
    expect(run.state()).toBe('expired')
  })
})

test('expired tokens are refreshed, and the access can be ended', async () => {
  const run = await play({ token: 'opaque' })
  await run.until('photosShown')
  run.lab.advance(3700)
  await run.move({ type: 'learner.callApi' })
  expect(run.state()).toBe('accessRefused')
  await run.until('photosShown')
  await run.move({ type: 'learner.revoke' })
  expect(run.state()).toBe('accessEnded')
  await run.move()
  await run.move()
  expect(run.state()).toBe('refreshRefused')
  expect(keys(run)).not.toContain('unexpected-answer')
})
