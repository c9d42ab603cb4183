import { describe, expect, test } from 'vitest'
import { EVERY_GRANT } from '@/machines/every-grant'
import { notesFor } from './lesson'

/** Spoken in a quarter of a minute. */
const MOST_WORDS = 55

const LESSONS = EVERY_GRANT.map(({ title, lesson }) => [title, lesson] as const)

describe.each(LESSONS)('%s: what a presenter says', (_title, lesson) => {
  test.each(Object.entries(lesson.steps))('%s', (_step, words) => {
    const { notes = '', caption, why, title } = words
    expect(notes, 'every step has notes').not.toBe('')
    expect(notesFor(words)).toBe(notes)
    expect([caption, why, title], 'it is not what stands there already').not.toContain(notes)
    expect(notes.split(/\s+/).length).toBeLessThanOrEqual(MOST_WORDS)
  })
})

test('a step without notes is told by why it exists', () => {
  expect(notesFor({ why: 'So that nobody else can redeem it.' })).toBe('So that nobody else can redeem it.')
})
