import { expect, test } from 'vitest'
import { beginningOfTour } from '@/lib/testing/tour'
import { loadedGrant } from '@/machines/every-grant'
import { partyNames } from '@/machines/kit/party-names'
import { firstDifference, type Told } from './difference'
import { segmentsOf } from './segments'

async function told(slug: string, options: Record<string, string> = {}): Promise<Told> {
  const entry = loadedGrant(slug)
  const { steps, tour } = await beginningOfTour(entry, 6, options)
  const segments = segmentsOf({ steps, tour, untried: false, elsewhere: [] })
  return { names: partyNames(entry.client), rows: segments.slice(0, 2).map((segment) => segment.steps) }
}

test('with and without PKCE, the first difference is the challenge', async () => {
  const columns = [await told('authorization-code'), await told('authorization-code', { pkce: 'off' })]
  expect(firstDifference(columns, 2)).toEqual({
    row: 0,
    steps: [2, 2],
    what: 'challenge',
    has: ['carries the challenge', 'no challenge'],
  })
})

test('two runs of the same flow do not differ: fresh secrets are no difference', async () => {
  const columns = [await told('authorization-code'), await told('authorization-code')]
  expect(firstDifference(columns, 2)).toBeNull()
})

test('what the messages ask for is told, not what the apps call their own pages', async () => {
  const columns = [await told('authorization-code'), await told('implicit')]
  expect(firstDifference(columns, 2)).toMatchObject({ row: 0, what: 'response_type' })
  expect(firstDifference(columns, 2)?.has).toEqual(['response_type=code', 'response_type=token'])
})

test('a phase that only one of them has is a difference', async () => {
  const one = await told('authorization-code')
  const other = { ...one, rows: [one.rows[0] ?? null, null] }
  expect(firstDifference([one, other], 2)).toMatchObject({
    row: 1,
    what: 'the phase',
    has: ['6 messages', 'no such phase'],
  })
})
