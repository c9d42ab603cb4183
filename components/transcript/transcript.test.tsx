// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { announcement } from '@/components/player/announcement'
import { SamplePlayer } from '@/components/testing/sample-player'
import { sampleView } from '@/components/testing/sample-view'
import { stepFacts } from './facts'
import { Transcript } from './transcript'

afterEach(cleanup)

const RUNS = [
  { head: 18, cursor: 18, refused: false },
  { head: 14, cursor: 7, refused: false },
  { head: 14, cursor: 14, refused: true },
  { head: 13, cursor: 13, refused: false },
]

function items(run: (typeof RUNS)[number], shown: boolean) {
  render(
    <SamplePlayer {...run}>
      <Transcript shown={shown} />
    </SamplePlayer>,
  )
  return within(screen.getByRole('list', { name: 'Transcript' })).getAllByRole('listitem')
}

for (const shown of [true, false]) {
  test.each(RUNS)(`every fact the diagram draws is in the transcript (shown: ${shown}, %o)`, (run) => {
    const { steps, parties } = sampleView(run)
    const list = items(run, shown)
    expect(list).toHaveLength(run.head)
    for (const [at, item] of list.entries()) {
      const step = steps[at]
      if (!step) throw new Error('A step is missing.')
      const facts = stepFacts(step, run.cursor, run.head)
      const text = item.textContent?.toLowerCase() ?? ''
      const drawn = [
        String(facts.number),
        facts.title,
        facts.label,
        parties[facts.from].name,
        parties[facts.to].name,
        facts.channel,
        step.lesson.caption,
        facts.human,
        facts.onTheWire && 'on the wire',
        facts.edited && 'changed on the way',
        facts.outcome?.text,
        ...facts.carried.map((carried) => carried.text),
      ].filter((fact): fact is string => Boolean(fact))
      for (const fact of drawn) expect(text).toContain(fact.toLowerCase())
    }
  })
}

test('the step at the cursor is the current one, and no other', () => {
  const list = items({ head: 14, cursor: 7, refused: false }, true)
  expect(list.map((item) => item.getAttribute('aria-current'))).toEqual(list.map((_, at) => (at === 6 ? 'step' : null)))
})

test('a step’s heading goes to it', () => {
  items({ head: 14, cursor: 7, refused: false }, true)
  fireEvent.click(screen.getByRole('button', { name: 'Alice signs in' }))
  const list = screen.getAllByRole('listitem')
  expect(list[4]?.getAttribute('aria-current')).toBe('step')
})

test('nothing takes the focus in a transcript that is not shown', () => {
  items({ head: 14, cursor: 14, refused: false }, false)
  expect(screen.queryAllByRole('button')).toEqual([])
  expect(screen.queryAllByRole('link')).toEqual([])
})

test('what became of a request is told once it is delivered, not before', () => {
  const { steps } = sampleView({ head: 14, refused: true })
  const request = steps[12]
  if (!request) throw new Error('A step is missing.')
  expect(stepFacts(request, 13, 14).outcome).toBeNull()
  expect(stepFacts(request, 14, 14).outcome?.text).toBe('refused: check 9 of 10')
})

test('every announcement is at most 200 characters and says who, to whom and how', () => {
  for (let cursor = 0; cursor <= 18; cursor++) {
    expect(announcement(sampleView({ head: 18, cursor })).length).toBeLessThanOrEqual(200)
  }
  expect(announcement(sampleView({ head: 18, cursor: 13 }))).toBe(
    'Step 13 of 18. Photo app to Auth server, back channel. POST /token with code, verifier, and client secret.',
  )
})
