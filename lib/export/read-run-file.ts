import { z } from 'zod'
import { CITATIONS, type CitationId } from '@/lib/oauth/citations'
import { PARTIES } from '@/lib/oauth/parties'
import { SECRET_KINDS } from '@/lib/oauth/secrets'
import type { MachineState, Recording } from './recording'
import { RUN_FORMAT, RUN_LIMIT, RUN_VERSION, type SecretsIn } from './run-file'

export type ReadRun = { recording: Recording; secrets: SecretsIn } | { error: string }

const NOT_OURS = 'This is not a run saved by Grant Lab. Choose a file whose name ends in .oauthrun.json.'

/** What a dropped file holds, or a sentence that says what is wrong with it and what to do. */
export function readRunFile(text: string): ReadRun {
  if (text.length > RUN_LIMIT) {
    return { error: `The file is too large: a saved run has at most ${RUN_LIMIT / 1024 / 1024} MB.` }
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { error: `The file is not JSON, or was cut off on the way. ${NOT_OURS}` }
  }
  const envelope = ENVELOPE.safeParse(value)
  if (!envelope.success) return { error: NOT_OURS }
  if (envelope.data.version !== RUN_VERSION) {
    return {
      error: `The file was saved by another version of Grant Lab (file version ${envelope.data.version}, this app reads ${RUN_VERSION}). Save the run again with this version.`,
    }
  }
  const parsed = RUN.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = issue?.path.join('.') || 'the file'
    return { error: `The saved run is damaged at ${where}: ${issue?.message ?? 'not understood'}. Save it again.` }
  }
  const { format, version, secrets, places, timeline, ...rest } = parsed.data
  const moments = timeline.map((moment) => ({ ...moment, places: moment.places.flatMap((at) => places[at] ?? []) }))
  // Optional members are left out where the type says so: JSON has no `undefined`.
  return { recording: { ...rest, timeline: moments } as object as Recording, secrets }
}

/*
 * What the app relies on. Members it does not know are kept as they are: a file of a later minor version loses nothing.
 */
const ENVELOPE = z.looseObject({ format: z.literal(RUN_FORMAT), version: z.number() })

const text = z.string().max(1_000_000)
const word = z.string().max(300)
const url = text.refine((value) => URL.canParse(value), 'not a URL')
const party = z.enum(PARTIES)
const kind = z.enum(Object.keys(SECRET_KINDS) as (keyof typeof SECRET_KINDS)[])
/** Clauses this version does not know are left out, so that a link never leads nowhere. */
const cites = z
  .array(word)
  .max(100)
  .transform((ids) => ids.filter((id): id is CitationId => Object.hasOwn(CITATIONS, id)))
const headers = z.array(z.tuple([word, text])).max(200)
const secret = z.looseObject({ kind, value: text, madeBy: party })
const request = z.looseObject({ method: word, url, headers, body: text.nullable() })
const response = z.looseObject({ status: z.number().int().min(100).max(599), headers, body: text.nullable() })

const check = z.looseObject({
  id: word,
  by: party,
  rule: text,
  cites,
  verdict: z.enum(['passed', 'failed', 'off', 'not-reached']),
  saw: text.nullable(),
  reads: z.array(word).max(100),
  error: text.nullable(),
  hint: text.nullable(),
})

const exchange = z.looseObject({
  seq: z.number().int().min(1),
  move: word.nullable(),
  step: word.nullable(),
  from: party,
  to: party,
  channel: z.enum(['front', 'back']),
  request,
  prepared: request.nullable(),
  response: response.nullable(),
  outcome: z.enum(['accepted', 'refused', 'dropped', 'failed']),
  arrival: word,
  checks: z.array(check).max(200),
  storage: z.array(z.looseObject({ place: word, command: text, keys: z.array(text).max(1_000) })).max(2_000),
  secrets: z.array(secret).max(200),
  at: z.number(),
  tookMs: z.number(),
  parent: z.number().int().nullable(),
})

const cell = z.union([text, z.number(), z.boolean(), z.null()])
const place = z.looseObject({
  id: word,
  party,
  label: word,
  medium: word,
  columns: z.array(word).max(100),
  keys: z.object({ row: text, order: text, grant: text }).optional(),
  rows: z.array(z.record(word, cell)).max(2_000),
})

const field = z.looseObject({ name: word, label: text, type: word, value: text, checked: z.boolean() })
const button = z.looseObject({ name: word, value: text, label: text })
const screen = z.looseObject({
  url: text,
  title: text,
  page: word,
  text: z.array(text).max(1_000),
  forms: z
    .array(z.looseObject({ name: word, fields: z.array(field).max(100), buttons: z.array(button).max(100) }))
    .max(50),
  items: z.array(text).max(1_000),
})

const moment = z.looseObject({
  seq: z.number().int().min(0),
  phase: z.enum(['prepared', 'answered']),
  places: z.array(z.number().int().min(0)).max(500),
  screen: screen.nullable(),
  devices: z.array(z.looseObject({ name: word, screen })).max(20),
})

const store = z.enum(['memory', 'sqlite', 'postgres', 'redis'])
const lab = z.looseObject({
  id: word,
  issuer: url,
  resource: url,
  app: url,
  clients: z
    .array(z.looseObject({ client_id: word, client_name: text, redirect_uris: z.array(text).max(50) }))
    .max(100),
  users: z.array(z.looseObject({ username: word, name: text })).max(100),
  policy: z.record(word, z.unknown()),
  checksOff: z.array(word).max(200),
  tokenStore: store,
  clientStore: store,
  clock: z.looseObject({ now: z.number(), advanced: z.number() }),
  head: z.number(),
})

const state: z.ZodType<MachineState> = z.lazy(() => z.union([word, z.record(word, state)]))
const call = z.looseObject({ move: word, step: word, input: z.record(word, z.unknown()).optional() })

const RUN = z.looseObject({
  format: z.literal(RUN_FORMAT),
  version: z.literal(RUN_VERSION),
  secrets: z.enum(['replaced', 'included']),
  flow: word,
  options: z.record(word, word),
  seed: z.string().max(200).nullable(),
  step: word.nullable(),
  lab,
  exchanges: z.array(exchange).max(2_000),
  castSecrets: z.array(secret).max(200),
  onTheWire: z.looseObject({ call, request }).nullable(),
  machine: z.looseObject({ state, visited: z.array(word).max(500) }),
  sent: z.array(z.looseObject({ type: word })).max(5_000),
  places: z.array(place).max(20_000),
  timeline: z.array(moment).max(2_000),
})
