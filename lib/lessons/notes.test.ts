import { describe, expect, test } from 'vitest'
import { authorizationCodeLesson } from './authorization-code'
import { authorizationCodeBrowserLesson } from './authorization-code-browser'
import { clientCredentialsLesson } from './client-credentials'
import { implicitLesson } from './implicit'
import { type Lesson, notesFor } from './lesson'
import { passwordLesson } from './password'
import { refreshLesson } from './refresh'

/** Spoken in a quarter of a minute. */
const MOST_WORDS = 55

const LESSONS: readonly Lesson[] = [
  authorizationCodeLesson,
  authorizationCodeBrowserLesson,
  implicitLesson,
  passwordLesson,
  clientCredentialsLesson,
  refreshLesson,
]

describe.each(LESSONS.map((lesson) => [lesson.title, lesson] as const))(
  '%s: what a presenter says',
  (_title, lesson) => {
    test.each(Object.entries(lesson.steps))('%s', (_step, words) => {
      const { notes = '', caption, why, title } = words
      expect(notes, 'every step of RFC 6749’s grants has notes').not.toBe('')
      expect(notesFor(words)).toBe(notes)
      expect([caption, why, title], 'it is not what stands there already').not.toContain(notes)
      expect(notes.split(/\s+/).length).toBeLessThanOrEqual(MOST_WORDS)
    })
  },
)

test('a step without notes is told by why it exists', () => {
  expect(notesFor({ why: 'So that nobody else can redeem it.' })).toBe('So that nobody else can redeem it.')
})
