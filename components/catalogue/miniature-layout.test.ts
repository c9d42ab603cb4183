import { expect, test } from 'vitest'
import { EVERY_GRANT } from '@/machines/every-grant'
import { partyNames } from '@/machines/kit/party-names'
import { planOf } from '@/machines/kit/plan'
import { MINIATURE, miniatureLayout } from './miniature-layout'

test.each(EVERY_GRANT.map((entry) => [entry.slug, entry] as const))(
  '%s fits into its card, a line a step',
  (_, entry) => {
    const steps = planOf({ ...entry, names: partyNames(entry.client) })
    const { lanes, arrows, acts, breaks } = miniatureLayout(steps)
    expect(arrows.map(({ step }) => step.number)).toEqual(steps.map(({ number }) => number))
    expect(acts).toHaveLength(steps.filter(({ human }) => human).length)
    for (const { x } of lanes) expect(x > 0 && x < MINIATURE.width).toBe(true)
    for (const { y, fromX, toX } of arrows) {
      expect(y > 0 && y < MINIATURE.height).toBe(true)
      expect(lanes.map(({ x }) => x)).toEqual(expect.arrayContaining([fromX, toX]))
      expect(fromX).not.toBe(toX)
    }
    expect(breaks).toHaveLength(steps.filter(({ phase }, at) => at > 0 && steps[at - 1]?.phase !== phase).length)
  },
)

test('parties that take no part have no lane', () => {
  const [entry] = EVERY_GRANT
  if (!entry) throw new Error('The catalogue is empty.')
  const back = planOf({ ...entry, names: partyNames(entry.client) }).filter(({ channel }) => channel === 'back')
  expect(miniatureLayout(back).lanes.map(({ party }) => party)).toEqual([
    'client',
    'authorization-server',
    'resource-server',
  ])
})
