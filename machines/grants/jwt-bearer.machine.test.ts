import { expect, test } from 'vitest'
import { loadedGrant } from '@/machines/every-grant'
import { rehearse, scripted } from '../kit/rehearsal'
import { standingTests } from '../kit/standing'

const entry = loadedGrant('jwt-bearer')
const { machine } = entry

standingTests(entry)

const USUAL = {
  'assertion-request': 'confirmation',
  'assertion-grant': 'tokens',
  'staff-photos-request': 'resource',
} as const

type Arrivals = Record<string, (typeof USUAL)[keyof typeof USUAL] | 'refusal' | 'nonce-demanded'>

const play = (others: Arrivals = {}) => {
  const arrivals: Arrivals = { ...USUAL, ...others }
  return rehearse(
    machine,
    scripted(({ step }) => ({ arrival: arrivals[step] ?? 'refusal' })),
  )
}

test('Next alone leads to the photos, without a browser', async () => {
  const run = play()
  await run.until('photosFetched')
  expect(run.exchanges().map(({ step }) => step)).toEqual([
    'assertion-request',
    'assertion-grant',
    'staff-photos-request',
  ])
})

test.each([
  ['assertion-request', 'assertionWithheld'],
  ['assertion-grant', 'assertionRefused'],
  ['staff-photos-request', 'accessRefused'],
])('%s refused ends at %s, from where a new assertion can be had', async (step, state) => {
  const run = play({ [step]: 'refusal' })
  await run.until(state)
  expect(run.snapshot().hasTag('refused')).toBe(true)
  expect(run.snapshot().can({ type: 'learner.newAssertion' })).toBe(true)
})

test.each([
  ['learner.replay', 'replayed-assertion'],
  ['learner.forge', 'self-made-assertion'],
  ['learner.unsigned', 'unsigned-assertion'],
] as const)('%s: disbelieved, and believed where the policy lets it', async (type, step) => {
  const strict = play()
  await strict.until('photosFetched')
  await strict.move({ type })
  expect(strict.state()).toBe('disbelieved')
  const lax = play({ [step]: 'tokens' })
  await lax.until('photosFetched')
  await lax.move({ type })
  expect(lax.state()).toBe('believed')
})

test('a forgery sent with an old nonce has not been judged: it can be sent again', async () => {
  const run = play({ 'self-made-assertion': 'nonce-demanded' })
  await run.until('photosFetched')
  await run.move({ type: 'learner.forge' })
  expect(run.state()).toBe('photosFetched')
})

test.each([
  ['askingDirectory', 'beforeStart'],
  ['presenting', 'holdingAssertion'],
  ['fetchingPhotos', 'holdingToken'],
])('%s lost on the way goes back to %s', async (busy, before) => {
  const run = play()
  await run.until(before)
  await run.press()
  expect(run.state()).toBe(busy)
  await run.press({ type: 'learner.drop' })
  expect(run.state()).toBe(before)
})
