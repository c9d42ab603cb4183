import { describe, expect, test } from 'vitest'
import { createTestLab } from '@/lib/testing/lab'
import { carriedByRequest, carriedByResponse } from '@/lib/wire/secrets'
import { loadedGrant } from '@/machines/every-grant'
import { movesOf, onTheWire } from '../kit/reading'
import { type Rehearsal, rehearse } from '../kit/rehearsal'
import { projectSteps } from '../kit/steps'

/** The machine with the real servers and the real script of the page, in process. */

const entry = loadedGrant('implicit')
const { machine, lesson } = entry

async function play(options: Record<string, string> = {}, policy: Record<string, string | boolean> = {}) {
  const wishes = entry?.lab(options)
  const lab = await createTestLab({ ...wishes, policy: { ...wishes?.policy, ...policy } })
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
const failedChecks = (run: Rehearsal) =>
  run
    .exchanges()
    .flatMap(({ checks }) => checks)
    .filter(({ verdict }) => verdict === 'failed')
    .map(({ id }) => id)

describe('the usual way', () => {
  test.each([[{}], [{ store: 'memory' }], [{ store: 'localStorage' }], [{ address: 'left' }]])(
    'with %o, the page shows the photos',
    async (options) => {
      const run = await play(options)
      await run.until('photosShown')
      expect(run.exchanges().every(({ outcome }) => outcome === 'accepted')).toBe(true)
      expect(run.lab.lab.browser.page?.html).toContain('Photos of alice')
      expect(run.lab.failures).toEqual([])
    },
  )

  test('every move sends the line its meta names, and is usually answered as the meta says', async () => {
    const run = await play()
    await run.until('photosShown')
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
    const children = ['introspection-request', 'introspection-response']
    expect(keys(run).filter((key) => !children.includes(key))).toEqual(planned)
  })
})

describe('the token', () => {
  test('is in the redirect and not in the request for the callback page', async () => {
    const run = await play()
    await run.until('photosShown')
    const carriers = project(run)
      .filter(({ carries }) => carries.some((secret) => secret.kind === 'access_token' && !secret.derived))
      .map(({ id }) => id)
    expect(carriers).toEqual(['authorization-response', 'resource-request', 'introspection-request'])
    expect(JSON.stringify(run.exchanges())).not.toContain('refresh_token":')
  })

  test('stands in the address bar and in the history until the script cleans up', async () => {
    const run = await play()
    await run.until('tokenInAddress')
    const { browser } = run.lab.lab
    expect(browser.page?.url).toMatch(/\/spa\/callback#.*access_token=/)
    expect(browser.history.at(-1)?.url).toBe(browser.page?.url)
    await run.press()
    const cleaned = run.lab.lab.browser
    expect(cleaned.page?.url).toBe(`${run.lab.lab.origins.client}/spa/`)
    expect(JSON.stringify(cleaned.history)).not.toContain('access_token')
    const kept = Object.values(cleaned.sessionStorage).flatMap((rows) => Object.keys(rows))
    expect(kept.map((key) => key.split('.')[0])).toEqual(['access_token'])
  })

  test('stays there when nobody cleans up', async () => {
    const run = await play({ address: 'left' })
    await run.until('photosShown')
    expect(run.lab.lab.browser.page?.url).toContain('#access_token=')
    expect(JSON.stringify(run.lab.lab.browser.history)).toContain('#access_token=')
  })

  test('cannot be renewed: once it has expired, only signing in again helps', async () => {
    const run = await play()
    await run.until('photosShown')
    run.lab.advance(61 * 60)
    await run.move({ type: 'learner.callApi' })
    await run.move()
    expect(run.state()).toBe('accessRefused')
    await run.move({ type: 'learner.signInAgain' })
    await run.until('photosShown')
  })

  test('is refused once it is revoked, and the page has forgotten it', async () => {
    const run = await play()
    await run.until('photosShown')
    await run.move({ type: 'learner.revoke' })
    expect(run.state()).toBe('accessEnded')
    expect(run.lab.lab.browser.page?.html).toContain('not connected')
  })
})

describe('refusals', () => {
  test.each(['bcp', 'oauth21'])('a server under %s refuses, and the page says why', async (preset) => {
    const run = await play({}, { preset })
    await run.until('stoppedAtApp')
    expect(keys(run).slice(-4)).toEqual(['authorization-request', 'authorization-error', 'callback', 'app-error'])
    expect(failedChecks(run)).toEqual(['no-token-in-redirect'])
    const shown = run.lab.lab.browser.page
    expect(shown?.url).toContain('#error=unsupported_response_type')
    expect(shown?.html).toContain('Use response_type=code with PKCE')
    expect(JSON.stringify(run.exchanges())).not.toContain('access_token=')
  })

  test('the option for it does the same', async () => {
    const run = await play({ preset: 'bcp' })
    await run.until('stoppedAtApp')
    expect(failedChecks(run)).toEqual(['no-token-in-redirect'])
  })

  test('Alice denies: the error comes in the fragment', async () => {
    const run = await play()
    await run.until('atConsentPage')
    await run.move({ type: 'user.deny' })
    await run.until('stoppedAtApp')
    expect(keys(run).slice(-4)).toEqual(['consent-decision', 'authorization-error', 'callback', 'app-error'])
    expect(run.lab.lab.browser.page?.url).toContain('#error=access_denied')
  })
})
