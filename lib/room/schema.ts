import { z } from 'zod'
import type { RunRecord } from './record'
import { type RoomState, SCALES } from './state'
import { WANTS, type Wish } from './wish'

/** What a presenter may put into a room. Everything is bounded: hundreds of people are sent a copy. */

const word = z.string().max(200)
const text = z.string().max(500)
const count = z.number().int().min(0).max(1_000_000_000)
const point = z.object({ x: z.number(), y: z.number() })

const question = z.object({
  id: word,
  text,
  options: z.array(z.object({ id: word, text })).max(8),
  answer: z.object({ id: word.nullable(), text }).nullable(),
})

export const ROOM_STATE: z.ZodType<RoomState> = z.object({
  term: count,
  rev: count,
  by: word,
  driver: word,
  asked: z.object({ by: word, role: z.enum(['audience', 'console']) }).nullable(),
  flow: word,
  options: z.record(word, word),
  moved: count,
  run: word.nullable(),
  recorded: count,
  branch: word.nullable(),
  step: word.nullable(),
  view: word,
  panel: z.enum(['none', 'inspector', 'screen']),
  tab: word,
  selection: z.string().max(4000).nullable(),
  theme: word,
  scale: z.literal(SCALES),
  black: z.boolean(),
  bare: z.boolean(),
  laser: point.nullable(),
  ink: z.object({ stroke: count, points: z.array(point).max(200) }).nullable(),
  echo: z.boolean(),
  pressed: z.object({ count, label: word, key: word.nullable() }).nullable(),
  question: question.nullable(),
  room: word.nullable(),
  talk: z.object({ planned: z.number().min(1).max(1000), startedAt: z.number().nullable() }),
})

/** What a clicker may send. */
export const WISH: z.ZodType<Wish> = z.strictObject({ want: z.enum(WANTS), term: count, moved: count })

/** Recorded things are passed on as they are; what draws them reads them by their types. */
const recorded = z.custom<object>((value) => typeof value === 'object' && value !== null)
const MOST = 2000

const record = z.object({
  run: word,
  told: z.number(),
  lab: recorded,
  castSecrets: z.array(recorded).max(MOST),
  exchanges: z.array(recorded.and(z.object({ seq: count }).loose())).max(MOST),
  timeline: z.array(recorded.and(z.object({ at: count }).loose())).max(MOST),
  machine: recorded,
  visited: z.array(word).max(MOST),
})

/** A part of a run's record. */
export const RECORD_PART = record as unknown as z.ZodType<RunRecord>
