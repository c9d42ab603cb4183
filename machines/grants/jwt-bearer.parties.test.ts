import { describe, expect, test } from 'vitest'
import { decodeJwt } from '@/lib/oauth/jwt'
import { createTestLab } from '@/lib/testing/lab'
import { carriedByRequest, carriedByResponse } from '@/lib/wire/secrets'
import { loadedGrant } from '@/machines/every-grant'
import { movesOf, onTheWire } from '../kit/reading'
import { type Rehearsal, rehearse } from '../kit/rehearsal'
import { projectSteps } from '../kit/steps'

/** The machine with the real servers, in process. */

const entry = loadedGrant('jwt-bearer')
const { machine, lesson } = entry

async function play(options: Record<string, string> = {}) {
  const lab = await createTestLab(entry?.lab(options))
  return { ...rehearse(machine, lab), lab }
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

const last = (run: Rehearsal) => project(run).at(-1)
const failedChecks = (run: Rehearsal) =>
  (run.exchanges().at(-1)?.checks ?? []).filter(({ verdict }) => verdict === 'failed').map(({ id }) => id)
const answer = (run: Rehearsal, step: string) =>
  JSON.parse(run.exchanges().find((sent) => sent.step === step)?.response?.body ?? '{}')

describe('the usual way', () => {
  test.each([[{}], [{ token: 'opaque' }], [{ assertions: 'lax' }]])(
    'with %o, the shop gets the photos',
    async (options) => {
      const run = await play(options)
      await run.until('photosFetched')
      expect(run.exchanges().every(({ outcome }) => outcome === 'accepted')).toBe(true)
      expect(run.exchanges().some(({ from, to }) => [from, to].includes('browser'))).toBe(false)
      expect(run.lab.failures).toEqual([])
    },
  )

  test('every move sends the line its meta names, and is usually answered as the meta says', async () => {
    const run = await play()
    await run.until('photosFetched')
    for (const type of ['learner.replay', 'learner.forge', 'learner.unsigned'] as const) await run.move({ type })
    // Nobody asks for a nonce under these rules.
    const made = movesOf(machine).filter(({ step }) => !step.endsWith('-retry'))
    for (const { step, line, usually, from, to, channel } of made) {
      const exchange = run.exchanges().find((sent) => sent.step === step)
      const label = project(run).find((shown) => shown.id === step)?.label
      expect({ step, line: label, usually: exchange?.arrival }).toEqual({ step, line, usually })
      expect(exchange, step).toMatchObject({ from, to, channel })
    }
    expect(run.lab.failures).toEqual([])
  })

  test('the token speaks for Alice, to the drive, for reading; no refresh token comes along', async () => {
    const run = await play()
    await run.until('photosFetched')
    const tokens = answer(run, 'assertion-grant')
    expect(tokens).not.toHaveProperty('refresh_token')
    expect(decodeJwt(tokens.access_token)?.payload).toMatchObject({
      sub: 'alice',
      client_id: 'print-shop',
      aud: run.lab.lab.origins.resource,
      scope: 'photos.read',
    })
    expect(answer(run, 'staff-photos-request').owner).toBe('alice')
  })

  test('the assertion is seen where it travels', async () => {
    const run = await play()
    await run.until('photosFetched')
    const carriers = project(run).filter(({ carries }) => carries.some(({ kind }) => kind === 'assertion'))
    expect(carriers.map(({ key }) => key)).toEqual(['assertion-response', 'assertion-grant'])
  })
})

const FORGERIES = [
  ['learner.replay', 'user-assertion-unused', 'replayed-assertion'],
  ['learner.forge', 'user-assertion-issuer-trusted', 'self-made-assertion'],
  ['learner.unsigned', 'user-assertion-algorithm', 'unsigned-assertion'],
] as const

describe('assertions nobody should believe', () => {
  test.each(FORGERIES)('%s: %s', async (type, check, step) => {
    const run = await play()
    await run.until('photosFetched')
    await run.move({ type })
    expect(run.state()).toBe('disbelieved')
    expect(last(run)).toMatchObject({ key: `${step}-refused`, label: '400 invalid_grant', outcome: 'refused' })
    expect(failedChecks(run)).toEqual([check])
  })

  test.each(FORGERIES)('%s succeeds where the checks are lax: %s is off', async (type, check, step) => {
    const run = await play({ assertions: 'lax' })
    await run.until('photosFetched')
    await run.move({ type })
    expect(run.state()).toBe('believed')
    expect(last(run)?.key).toBe(`${step}-granted`)
    expect(
      run
        .exchanges()
        .at(-1)
        ?.checks.find(({ id }) => id === check)?.verdict,
    ).toBe('off')
  })

  test('one that has expired; a new one works', async () => {
    const run = await play()
    await run.until('holdingAssertion')
    run.lab.advance(6 * 60)
    await run.move()
    expect(run.state()).toBe('assertionRefused')
    expect(failedChecks(run)).toEqual(['user-assertion-current'])
    await run.move({ type: 'learner.newAssertion' })
    await run.until('photosFetched')
  })

  test('about somebody the directory does not list, there is none', async () => {
    const run = await play()
    await run.press()
    const lying = onTheWire(run.snapshot())
    if (!lying) throw new Error('No request lies on the wire.')
    const body = lying.request.body?.replace('subject=alice', 'subject=bob') ?? null
    await run.press({ type: 'learner.deliverEdited', request: { ...lying.request, body } })
    expect(run.state()).toBe('assertionWithheld')
  })

  test('nor for somebody the directory does not know', async () => {
    const run = await play()
    await run.press()
    const lying = onTheWire(run.snapshot())
    if (!lying) throw new Error('No request lies on the wire.')
    const headers = lying.request.headers.filter(([name]) => name !== 'authorization')
    await run.press({ type: 'learner.deliverEdited', request: { ...lying.request, headers } })
    expect(run.state()).toBe('assertionWithheld')
    expect(failedChecks(run)).toEqual(['directory.caller-known'])
  })

  test('made for another server', async () => {
    const run = await play()
    await run.press()
    const lying = onTheWire(run.snapshot())
    if (!lying) throw new Error('No request lies on the wire.')
    const body = lying.request.body?.replace(/audience=[^&]+/, 'audience=https%3A%2F%2Felsewhere.example') ?? null
    await run.press({ type: 'learner.deliverEdited', request: { ...lying.request, body } })
    await run.move()
    expect(run.state()).toBe('assertionRefused')
    expect(failedChecks(run)).toEqual(['user-assertion-audience'])
  })
})

test('under the rules of FAPI 2.0 the shop proves a key, and each server asks for its nonce once', async () => {
  const lab = await createTestLab({ policy: { preset: 'fapi2' } })
  const run = rehearse(machine, lab)
  await run.until('photosFetched')
  const own = run.exchanges().filter(({ parent }) => parent === null)
  expect(own.map(({ step, arrival }) => [step, arrival])).toEqual([
    ['assertion-request', 'confirmation'],
    ['assertion-grant', 'nonce-demanded'],
    ['assertion-retry', 'tokens'],
    ['staff-photos-request', 'nonce-demanded'],
    ['staff-photos-retry', 'resource'],
  ])
  await run.move({ type: 'learner.replay' })
  expect(run.state()).toBe('disbelieved')
  expect(lab.failures).toEqual([])
})
