import { expect, test } from 'vitest'
import { beginningOfTour, wholeTour } from '@/lib/testing/tour'
import { EVERY_GRANT, loadedGrant } from '@/machines/every-grant'
import { tourAhead, tourEvent, tourOf } from './tour'

const steps = (moves: readonly { step: string }[]) => moves.map(({ step }) => step)

test.each(EVERY_GRANT)('the tour of $slug goes as it was foreseen, and ends', async ({ slug }) => {
  const entry = loadedGrant(slug)
  const { tour } = await wholeTour(entry)
  expect(tourEvent(tour)).toBeNull()
  expect(tour.done).toBe(true)
  const foreseen = steps(tourAhead(tourOf(entry.machine, [])).map(({ meta }) => meta))
  // Demanded nonces are foreseen by nobody but the one who demands them.
  expect(steps(tour.made).filter((step) => foreseen.includes(step))).toEqual(foreseen)
})

test('after the flow come one renewal and the end of the access', async () => {
  const entry = loadedGrant('authorization-code')
  const { tour, exchanges } = await wholeTour(entry)
  expect(steps(tour.made).slice(-2)).toEqual(['refresh-request', 'revocation-request'])
  const last = exchanges.findLast(({ step }) => step === 'photos-page')
  expect(tour.byNext.at(-1), 'Next alone leads no further than the photos').toBe(last?.seq)
})

test('it stands where the record ends', async () => {
  const entry = loadedGrant('authorization-code')
  const { tour } = await beginningOfTour(entry, 3)
  expect(tour).toMatchObject({ over: false, done: false })
  expect(steps(tour.made)).toEqual(['open-app', 'authorization-request', 'sign-in'])
  expect(tourAhead(tour)[0]?.meta.step).toBe('consent-request')
})

test('a refusal ends the flow', async () => {
  const entry = loadedGrant('implicit')
  const { tour } = await wholeTour(entry, { preset: 'bcp' })
  expect(tour).toMatchObject({ over: true, done: false })
  expect(tourEvent(tour)).toBeNull()
})
