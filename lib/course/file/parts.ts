import { z } from 'zod'
import { nearest, quote, suggestion } from './nearest'

/** The pieces the schema of a lesson is made of. Each says in a sentence what it takes. */

/** A text of one line; spaces around and between words do not matter. */
export const line = (most: number, least = 1) =>
  z
    .string()
    .transform((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .pipe(z.string().min(least, 'It is empty. Write a sentence.').max(most, `It is too long: at most ${most} letters.`))

/** A text of several lines, paragraphs set apart by empty ones. */
export const prose = (most: number, least = 0) =>
  z
    .string()
    .transform(tidy)
    .pipe(
      z
        .string()
        .min(least, 'It is empty. Write a sentence, or leave it out.')
        .max(most, `It is too long: at most ${most} letters.`),
    )

function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', '  ')
    .replace(/[^\P{Cc}\n]/gu, '')
    .split('\n')
    .map((one) => one.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

export const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'A name has small letters, digits and dashes, at most 80.')

/** A name out of a list; null: any. @param what such as `There is no step` */
export const named = (what: string, known: readonly string[] | null) =>
  z.string().superRefine((name, context) => {
    if (known === null ? /^[^\s;()]{1,120}$/.test(name) : known.includes(name)) return
    const hint = known ? suggestion(name, known) : 'A name has no spaces and no brackets.'
    context.addIssue({ code: 'custom', message: `${what} ${quote(name)}. ${hint}`.trim() })
  })

/** An object that has these members and no others. */
export function only<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const names = Object.keys(shape)
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined
      const [unknown = ''] = issue.keys
      const near = nearest(unknown, names)
      const hint = near ? `Did you mean “${near}”?` : `There can be ${names.join(', ')}.`
      return `${quote(unknown)} is not known here. ${hint}`
    },
  })
}

/** What is said where no piece has a sentence of its own. */
export function usualSentence(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `It is missing. Give ${KINDS[issue.expected] ?? issue.expected}.`
        : `It must be ${KINDS[issue.expected] ?? issue.expected}.`
    case 'invalid_value':
      return `It takes ${issue.values.map(String).join(', ')}${typeof issue.input === 'string' ? `. ${suggestion(issue.input, issue.values.map(String))}` : '.'}`
    case 'too_big':
      return `There are too many, or it is too large: at most ${issue.maximum}.`
    case 'too_small':
      return `There are too few, or it is too small: at least ${issue.minimum}.`
    case 'invalid_union':
      return 'It takes one of break, fix, assemble.'
    default:
      return undefined
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with members',
  record: 'an object with members',
}
