import { describe, expect, test } from 'vitest'
import { decodeJwt } from '@/lib/oauth/jwt'
import { createTestLab } from '@/lib/testing/lab'
import { carriedByRequest, carriedByResponse } from '@/lib/wire/secrets'
import { loadedGrant } from '@/machines/every-grant'
import { movesOf, onTheWire } from '../kit/reading'
import { type Rehearsal, rehearse } from '../kit/rehearsal'
import { projectSteps } from '../kit/steps'

/** The machine with the real servers, in process. */

const entry = loadedGrant('token-exchange')
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

const keys = (run: Rehearsal) => project(run).map(({ key }) => key)
const last = (run: Rehearsal) => project(run).at(-1)
const failedChecks = (run: Rehearsal) =>
  (run.exchanges().at(-1)?.checks ?? []).filter(({ verdict }) => verdict === 'failed').map(({ id }) => id)
const tokenOf = (run: Rehearsal, step: string): Record<string, unknown> => {
  const body = run.exchanges().find((sent) => sent.step === step)?.response?.body ?? '{}'
  return decodeJwt(String(JSON.parse(body).access_token))?.payload ?? {}
}

describe('the usual way', () => {
  test.each([[{}], [{ token: 'opaque' }], [{ exchange: 'any' }]])(
    'with %o, the prints are ordered',
    async (options) => {
      const run = await play(options)
      await run.until('printsOrdered')
      expect(run.exchanges().every(({ outcome }) => outcome === 'accepted')).toBe(true)
      expect(run.exchanges().at(-1)?.response?.body).toContain('data-page="prints"')
      expect(run.lab.failures).toEqual([])
      expect(keys(run)).not.toContain('unexpected-answer')
    },
  )

  test('every move sends the line its meta names, and is usually answered as the meta says', async () => {
    const run = await play()
    await run.until('printsOrdered')
    for (const type of [
      'learner.askMore',
      'learner.askElsewhere',
      'learner.strayToken',
      'learner.publicApp',
    ] as const) {
      await run.move({ type })
    }
    await run.move({ type: 'learner.revoke' })
    for (const { step, line, usually, from, to, channel } of movesOf(machine)) {
      const exchange = run.exchanges().find((sent) => sent.step === step)
      const label = project(run).find((shown) => shown.id === step)?.label
      expect({ step, line: label, usually: exchange?.arrival }).toEqual({ step, line, usually })
      expect(exchange, step).toMatchObject({ from, to, channel })
    }
    expect(run.lab.failures).toEqual([])
  })

  test('the first token is for the print shop and names who may act; the second for the drive, narrower, with act', async () => {
    const run = await play()
    await run.until('printsOrdered')
    const { client, resource } = run.lab.lab.origins
    const [first, second] = [tokenOf(run, 'token-request'), tokenOf(run, 'exchange-request')]
    expect(first).toMatchObject({ aud: `${client}/print`, sub: 'alice', may_act: { sub: 'print-shop' } })
    expect(String(first.scope)).toContain('photos.write')
    expect(second).toMatchObject({ aud: resource, sub: 'alice', scope: 'photos.read', act: { sub: 'print-shop' } })
    expect(second.client_id).toBe('print-shop')
    expect(Number(second.exp)).toBeLessThanOrEqual(Number(first.exp))
  })

  test('Alice’s own token reaches the shop and the auth server, and never the drive', async () => {
    const run = await play()
    await run.until('printsOrdered')
    const [first] = run.exchanges().flatMap(({ secrets }) => secrets.filter(({ kind }) => kind === 'access_token'))
    const carriers = project(run).filter(({ carries }) => carries.some(({ value }) => value === first?.value))
    expect(carriers.map(({ key }) => key)).toEqual([
      'token-response',
      'order-request',
      'introspection-request',
      'exchange-request',
    ])
  })
})

describe('attempts to get more', () => {
  test.each([
    ['learner.askMore', '400 invalid_scope', 'exchange-scope-within', 'wider-exchange-refused'],
    ['learner.askElsewhere', '400 invalid_target', 'exchange-target-allowed', 'elsewhere-exchange-refused'],
    ['learner.strayToken', '400 invalid_request', 'subject-token-for-caller', 'stray-exchange-refused'],
    ['learner.publicApp', '400 unauthorized_client', 'grant-type-registered', 'public-exchange-refused'],
  ] as const)('%s: %s', async (type, label, check, key) => {
    const run = await play()
    await run.until('printsOrdered')
    await run.move({ type })
    expect(run.state()).toBe('escalationRefused')
    expect(last(run)).toMatchObject({ key, label, outcome: 'refused' })
    expect(failedChecks(run)).toEqual([check])
  })

  test.each([
    ['learner.askElsewhere', 'elsewhere-exchange-granted'],
    ['learner.strayToken', 'stray-exchange-granted'],
  ] as const)('%s succeeds where any exchange is allowed', async (type, key) => {
    const run = await play({ exchange: 'any' })
    await run.until('printsOrdered')
    await run.move({ type })
    expect(run.state()).toBe('escalated')
    expect(last(run)?.key).toBe(key)
  })

  test.each(['learner.askMore', 'learner.publicApp'] as const)(
    '%s is refused even where any exchange is allowed',
    async (type) => {
      const run = await play({ exchange: 'any' })
      await run.until('printsOrdered')
      await run.move({ type })
      expect(run.state()).toBe('escalationRefused')
    },
  )
})

describe('the end', () => {
  test('a token that was revoked cannot be exchanged', async () => {
    const run = await play()
    await run.until('printsOrdered')
    await run.move({ type: 'learner.revoke' })
    expect(run.state()).toBe('accessEnded')
    await run.move({ type: 'learner.exchangeAgain' })
    expect(run.state()).toBe('exchangeRefused')
    expect(last(run)).toMatchObject({ key: 'exchange-refused', label: '400 invalid_request' })
    expect(failedChecks(run)).toEqual(['subject-token-unrevoked'])
  })

  test('nor one that has expired', async () => {
    const run = await play()
    await run.until('orderTaken')
    run.lab.advance(11 * 60)
    await run.move()
    expect(run.state()).toBe('exchangeRefused')
    expect(failedChecks(run)).toEqual(['subject-token-unexpired'])
  })

  test('with the grant, the print shop’s token ends, too', async () => {
    const run = await play({ token: 'opaque' })
    await run.until('printsOrdered')
    const body = run.exchanges().find(({ step }) => step === 'exchange-request')?.response?.body ?? '{}'
    const headers = { authorization: `Bearer ${JSON.parse(body).access_token}` }
    const photos = `${run.lab.lab.origins.resource}/photos`
    expect((await run.lab.fetch(photos, { headers })).status).toBe(200)
    await run.move({ type: 'learner.revoke' })
    expect((await run.lab.fetch(photos, { headers })).status).toBe(401)
  })

  test('a token made for the drive is no order at the print shop', async () => {
    const run = await play()
    await run.until('holdingTokens')
    await run.press()
    const lying = onTheWire(run.snapshot())
    if (!lying) throw new Error('No request lies on the wire.')
    const headers = lying.request.headers.map(([name, value]): [string, string] =>
      name === 'authorization' ? [name, 'Bearer of-somebody-else'] : [name, value],
    )
    await run.press({ type: 'learner.deliverEdited', request: { ...lying.request, headers } })
    expect(run.state()).toBe('orderRefused')
    expect(last(run)).toMatchObject({ key: 'order-refused', label: '401 invalid_token' })
  })
})
