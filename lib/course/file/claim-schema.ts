import { z } from 'zod'
import { PARTIES } from '@/lib/oauth/parties'
import type { Claim } from '../claim'
import { DEEPEST, HOLDERS, MARKS, readClaim, SECRETS, unknownPlace, VERDICTS } from './claim-text'
import { MOST } from './limits'
import { named, only, usualSentence } from './parts'
import { isObject } from './raw'

const party = z.enum(PARTIES)
const secret = named('There is no kind of secret', SECRETS)
const word = z.string().regex(/^[^\s;()]{1,120}$/, 'It has no spaces, semicolons or brackets.')

const MESSAGE = only({
  kind: z.enum(['request', 'response']).optional(),
  from: party.optional(),
  to: party.optional(),
  channel: z.enum(['front', 'back']).optional(),
  method: z
    .string()
    .regex(/^[A-Z]{1,20}$/, 'A method is written in capitals, such as POST.')
    .optional(),
  path: word.regex(/^\//, 'A path begins with a slash, such as /token.').optional(),
  status: z.number().int().min(100).max(599).optional(),
  carries: secret.optional(),
  field: word.optional(),
}).refine((message) => Object.keys(message).length > 0, 'It says nothing of the message. Name at least its path.')

/** A claim as an object or as a line of text. @param checks names of checks; null: any */
export const claimSchema = (checks: readonly string[] | null) =>
  z.unknown().transform((value, context): Claim => {
    let count = 0
    const problem = (message: string, path: PropertyKey[]) => {
      context.addIssue({ code: 'custom', message, path })
      return z.NEVER
    }
    const check = named('There is no check', checks)
    const forms = {
      message: only({ message: MESSAGE }),
      check: only({ check, verdict: z.enum(VERDICTS), by: party.optional() }),
      holder: only({ holder: named('There is no holder', HOLDERS), secret, mark: z.enum(MARKS) }),
      place: only({ place: word.superRefine(isPlace), secret }),
    }
    const read = (one: unknown, depth: number, path: PropertyKey[]): Claim => {
      count += 1
      if (count > MOST.claims)
        return problem(`It is made of more than ${MOST.claims} claims. Say it more simply.`, path)
      if (depth > DEEPEST) return problem(`Claims stand in one another more than ${DEEPEST} deep.`, path)
      if (typeof one === 'string') {
        const text = readClaim(one, depth)
        return 'problem' in text ? problem(text.problem, path) : read(text.claim, depth, path)
      }
      if (!isObject(one)) return problem(MISSING, path)
      if ('not' in one) return { not: read(one.not, depth + 1, [...path, 'not']) }
      for (const word of ['all', 'any'] as const) {
        const parts = one[word]
        if (parts === undefined) continue
        if (!Array.isArray(parts) || parts.length === 0) return problem(`${word} takes a list of claims.`, path)
        const claims = parts.slice(0, MOST.claims + 1).map((part, at) => read(part, depth + 1, [...path, word, at]))
        return word === 'all' ? { all: claims } : { any: claims }
      }
      const name = (Object.keys(forms) as (keyof typeof forms)[]).find((form) => form in one)
      if (!name) return problem(MISSING, path)
      const parsed = forms[name].safeParse(one, { error: usualSentence })
      if (parsed.success) return parsed.data as Claim
      for (const issue of parsed.error.issues) problem(issue.message, [...path, ...issue.path])
      return z.NEVER
    }
    return read(value, 1, [])
  })

const MISSING =
  'An option needs a claim: what the run shows if it is the answer, such as next: POST /token from client to authorization-server.'

function isPlace(place: string, context: z.RefinementCtx): void {
  const problem = unknownPlace(place)
  if (problem) context.addIssue({ code: 'custom', message: problem })
}
