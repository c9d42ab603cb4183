import { describe, expect, test } from 'vitest'
import { loadedGrant } from '@/machines/every-grant'
import { rehearse, scripted } from '../kit/rehearsal'
import { standingTests } from '../kit/standing'

const entry = loadedGrant('token-exchange')
const { machine } = entry

standingTests(entry)

const USUAL = {
  'open-app': 'redirect-to-server',
  'authorization-request': 'login-page',
  'sign-in': 'redirect-to-server',
  'consent-request': 'consent-page',
  'consent-decision': 'redirect-to-client',
  callback: 'redirect-to-client',
  'token-request': 'tokens',
  'order-request': 'confirmation',
  'exchange-request': 'tokens',
  'print-photos-request': 'resource',
  'prints-page': 'app-page',
  'revocation-request': 'confirmation',
} as const

type Arrivals = Record<string, (typeof USUAL)[keyof typeof USUAL] | 'refusal' | 'error-page'>

const play = (others: Arrivals = {}) => {
  const arrivals: Arrivals = { ...USUAL, ...others }
  return rehearse(
    machine,
    scripted(({ step }) => ({ arrival: arrivals[step] ?? 'refusal' })),
  )
}

test('Next alone leads from the order to the prints, the exchange between the two APIs', async () => {
  const run = play()
  await run.until('printsOrdered')
  expect(
    run
      .exchanges()
      .map(({ step }) => step)
      .slice(6),
  ).toEqual(['token-request', 'order-request', 'exchange-request', 'print-photos-request', 'prints-page'])
})

describe('a party says no', () => {
  test.each([
    ['open-app', 'error-page', 'stoppedAtApp'],
    ['authorization-request', 'error-page', 'stoppedAtServer'],
    ['token-request', 'refusal', 'codeRefused'],
    ['order-request', 'refusal', 'orderRefused'],
    ['exchange-request', 'refusal', 'exchangeRefused'],
    ['print-photos-request', 'refusal', 'accessRefused'],
    ['prints-page', 'error-page', 'stoppedAtApp'],
  ] as const)('%s answered by %s ends at %s', async (step, arrival, state) => {
    const run = play({ [step]: arrival })
    await run.until(state)
    expect(run.snapshot().hasTag('refused')).toBe(true)
  })
})

test.each(['learner.askMore', 'learner.askElsewhere', 'learner.strayToken', 'learner.publicApp'] as const)(
  '%s: refused, and granted where the policy lets it, and tried again after both',
  async (type) => {
    const refusing = play()
    await refusing.until('printsOrdered')
    await refusing.move({ type })
    expect(refusing.state()).toBe('escalationRefused')
    await refusing.move({ type })
    expect(refusing.exchanges()).toHaveLength(13)

    const granting = play(Object.fromEntries(ESCALATIONS.map((step) => [step, 'tokens'])))
    await granting.until('printsOrdered')
    await granting.move({ type })
    expect(granting.state()).toBe('escalated')
  },
)

const ESCALATIONS = ['wider-exchange', 'elsewhere-exchange', 'stray-exchange', 'public-exchange']

describe('a message is lost', () => {
  test.each([
    ['ordering', 'holdingTokens'],
    ['exchanging', 'orderTaken'],
    ['fetchingPhotos', 'actingForAlice'],
    ['showingPrints', 'photosFetched'],
  ])('%s goes back to %s, from where Next sends again', async (busy, before) => {
    const run = play()
    await run.until(before)
    await run.press()
    expect(run.state()).toBe(busy)
    await run.press({ type: 'learner.drop' })
    expect(run.state()).toBe(before)
  })
})
