import { describe, expect, test } from 'vitest'
import { createTestLab } from '@/lib/testing/lab'
import { tasksOfKind } from '@/lib/testing/plan-tasks'
import { loadedGrant } from '@/machines/every-grant'
import { deckOf, gradeAssemble } from './assemble'
import type { Card } from './cards'
import { type OrderLine, runOrder } from './run-order'
import { scramble } from './scramble'

/** Really makes the moves in this order, in a lab of their own. */
async function made(flow: string, order: readonly Card[], way: readonly Card[]) {
  const lab = await createTestLab(loadedGrant(flow).lab())
  const lines: OrderLine[] = []
  for await (const line of runOrder(order, way, lab)) lines.push(line)
  return { lines, exchanges: lab.lab.exchanges }
}

describe.each(tasksOfKind('assemble'))('%s: put in order', (flow, task) => {
  const { way, others } = deckOf({ flow }, task)

  test('the learner sees it done in the flow’s own order', async () => {
    const { lines, exchanges } = await made(flow, way, way)
    expect(lines.map(({ kind }) => kind)).toEqual(way.map(() => 'answered'))
    const found = gradeAssemble({ flow }, task, exchanges)
    expect(found, found.sentence).toMatchObject({ done: true, proof: { seq: expect.any(Number) } })
  })

  test('the learner sees it not done when the first comes last, or the last is missing', async () => {
    const [first, ...rest] = way
    const turned = await made(flow, first ? [...rest, first] : [], way)
    expect(gradeAssemble({ flow }, task, turned.exchanges)).toMatchObject({ done: false, proof: null })
    const short = await made(flow, way.slice(0, -1), way)
    expect(gradeAssemble({ flow }, task, short.exchanges)).toMatchObject({ done: false, proof: null })
  })

  test('the learner sees what does not belong refused, and nothing sent after it', async () => {
    expect(others).toHaveLength(task.distractors ? 2 : 0)
    for (const stranger of others) {
      const place = way.findIndex(({ id }) => stranger.id.startsWith(`${id}-`))
      const { lines, exchanges } = await made(flow, way.toSpliced(place, 0, stranger), way)
      expect(lines.at(-1)).toMatchObject({ kind: 'refused', card: stranger })
      expect(lines).toHaveLength(place + 1)
      expect(gradeAssemble({ flow }, task, exchanges).sentence).toMatch(
        / was refused.* The messages before it worked\.$/,
      )
    }
  })
})

describe('authorization code', () => {
  const flow = 'authorization-code'
  const { way } = deckOf({ flow }, { distractors: false })
  const moved = (id: string, to: number) => {
    const card = way.find((one) => one.id === id) ?? expect.fail(id)
    return way.filter((one) => one !== card).toSpliced(to, 0, card)
  }

  test('a sender that has nothing to send yet says why', async () => {
    const { lines } = await made(flow, moved('token-request', 5), way)
    expect(lines.at(-1)).toMatchObject({
      kind: 'nothing',
      sentence: 'The application holds no authorization code. Finish the authorization first.',
    })
  })

  test('the browser goes where it was told to go, whatever the card says', async () => {
    const { lines } = await made(flow, moved('callback', 1), way)
    expect(lines.at(-1)).toMatchObject({
      kind: 'nothing',
      sentence: 'Nobody was told to send GET /callback here. What comes next is GET /authorize.',
    })
  })

  test('the photos page before the photos is answered, and is no end', async () => {
    const { exchanges } = await made(flow, moved('photos-page', 7), way)
    expect(gradeAssemble({ flow }, {}, exchanges)).toMatchObject({ done: false })
  })

  test('a step’s name on another message does not count', async () => {
    const { exchanges } = await made(flow, way, way)
    const renamed = exchanges.map((one) => (one.step === 'photos-page' ? { ...one, move: 'follow-redirect' } : one))
    expect(gradeAssemble({ flow }, {}, renamed)).toMatchObject({ done: false })
  })
})

test('where reality takes two orders, both are right', async () => {
  const flow = 'device'
  const { way } = deckOf({ flow }, { distractors: false })
  const [asked, poll, page, ...rest] = way
  const { exchanges } = await made(flow, asked && poll && page ? [asked, page, poll, ...rest] : [], way)
  expect(gradeAssemble({ flow }, {}, exchanges)).toMatchObject({ done: true })
})

test('the browser app’s script must be there before it runs', async () => {
  const flow = 'authorization-code-browser'
  const { way } = deckOf({ flow }, { distractors: false })
  const [page, script, ...rest] = way
  const late = page && script ? [page, ...rest.toSpliced(5, 0, script)] : []
  const { lines, exchanges } = await made(flow, late, way)
  expect(lines).toHaveLength(way.length)
  expect(gradeAssemble({ flow }, {}, exchanges).sentence).toMatch(/It belongs to another part/)
})

test('a scrambled deck has the same cards, never in their own order, and the same for the same word', () => {
  for (const word of ['a', 'b', 'c', 'd', 'e', 'f']) {
    const mixed = scramble([1, 2, 3], word)
    expect(mixed.toSorted()).toEqual([1, 2, 3])
    expect(mixed).not.toEqual([1, 2, 3])
    expect(scramble([1, 2, 3], word)).toEqual(mixed)
  }
})
