import { describe, expect, test } from 'vitest'
import { beginningOfTour, wholeTour } from '@/lib/testing/tour'
import { loadedGrant } from '@/machines/every-grant'
import { tourOf } from '@/machines/kit/tour'
import { alignStages } from './align'
import { type Segment, type Stage, segmentsOf } from './segments'
import { rowTitle, whyAbsent } from './words'

function grant(slug: string) {
  const entry = loadedGrant(slug)
  return entry
}

/** The stages of a flow before anything has happened. */
function foreseen(slug: string): Stage[] {
  const tour = tourOf(grant(slug).machine, [])
  return segmentsOf({ steps: [], tour, untried: false, elsewhere: [] }).map(({ stage }) => stage)
}

async function recorded(slug: string): Promise<Segment[]> {
  const { steps, tour, elsewhere } = await wholeTour(grant(slug))
  const tried = (elsewhere?.steps ?? []).filter(({ exchange }) => exchange?.step === 'copied-code')
  return segmentsOf({ steps, tour, untried: false, elsewhere: tried })
}

const table = (columns: Stage[][]) => alignStages(columns).map(({ id, at }) => [id, ...at])

describe('rows', () => {
  test('the same phase stands in the same row; a missing one is an empty cell', () => {
    expect(table([foreseen('authorization-code'), foreseen('implicit'), foreseen('client-credentials')])).toEqual([
      ['ask', 0, 0, 0],
      ['decide', 1, 1, null],
      ['return', 2, 2, null],
      ['redeem', 3, null, null],
      ['use', 4, 3, 1],
      ['thief', 5, 4, 2],
      ['renew', 6, null, null],
      ['revoke', 7, 5, 3],
    ])
  })

  test('passwords are traded where codes are', () => {
    const rows = alignStages([foreseen('authorization-code'), foreseen('password')])
    expect(rows.find(({ id }) => id === 'redeem')?.at).toEqual([3, 2])
  })

  test('a phase that comes again has a row of its own, and the order of each column is kept', () => {
    const rows = alignStages([foreseen('authorization-code'), foreseen('refresh')])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect(rows.map(({ id }) => id)).toContain('use-2')
    for (const column of [0, 1]) {
      const order = rows.flatMap(({ at }) => (at[column] === null ? [] : [at[column]]))
      expect(order).toEqual(order.toSorted((one, other) => Number(one) - Number(other)))
    }
  })

  test('no order of the columns loses a phase', () => {
    const slugs = ['device', 'implicit', 'token-exchange', 'jwt-bearer']
    const columns = slugs.map(foreseen)
    const rows = alignStages(columns)
    for (const [column, stages] of columns.entries()) {
      const kept = rows.filter(({ at }) => at[column] !== null).map(({ stage }) => stage)
      expect(kept, slugs[column]).toEqual(stages)
    }
  })
})

describe('segments', () => {
  test('what happened is cut as it was foreseen, the trials before the renewal', async () => {
    const segments = await recorded('authorization-code')
    expect(segments.map(({ stage }) => stage)).toEqual(foreseen('authorization-code'))
    expect(segments.every(({ complete }) => complete)).toBe(true)
    const trial = segments.find(({ stage }) => stage === 'thief')?.steps ?? []
    expect(trial.filter(({ kind }) => kind === 'request').map(({ from }) => from)).toEqual(['attacker', 'attacker'])
  })

  test('what others ask during the trial belongs to it', async () => {
    const segments = await recorded('implicit')
    expect(segments.map(({ stage }) => stage)).toEqual(foreseen('implicit'))
    const trial = segments.find(({ stage }) => stage === 'thief')?.steps ?? []
    expect(trial.map(({ label }) => label)).toContain('POST /introspect')
  })

  test('a phase under way is not complete', async () => {
    const { steps, tour } = await beginningOfTour(grant('authorization-code'), 3)
    const segments = segmentsOf({ steps, tour, untried: false, elsewhere: [] })
    expect(segments.slice(0, 2).map(({ stage, complete }) => [stage, complete])).toEqual([
      ['ask', true],
      ['decide', false],
    ])
  })
})

describe('words', () => {
  test('an empty cell says why', async () => {
    const why = async (slug: string, stage: Stage) => whyAbsent(stage, (await wholeTour(grant(slug))).tour)
    expect(await why('client-credentials', 'decide')).toBe('The user is not involved.')
    expect(await why('implicit', 'redeem')).toContain('what comes back is the token itself')
    expect(await why('implicit', 'renew')).toBe('Without a refresh token, nothing renews it.')
    expect(await why('password', 'return')).toBe('Nothing comes back through the browser.')
  })

  test('a flow that was refused says where it ended', async () => {
    const { tour } = await wholeTour(grant('implicit'), { preset: 'bcp' })
    expect(whyAbsent('use', tour)).toMatch(/^It did not come to that\. /)
  })

  test('a row in which different things are traded says what they have in common', async () => {
    const redeem = async (slug: string) => (await recorded(slug)).filter(({ stage }) => stage === 'redeem')
    const [code, password] = [await redeem('authorization-code'), await redeem('password')]
    expect(rowTitle('redeem', code)).toBe('Trade the code for tokens')
    expect(rowTitle('redeem', password)).toBe('Trade the password for tokens')
    expect(rowTitle('redeem', [...code, ...password])).toBe('Trade for tokens')
  })
})
