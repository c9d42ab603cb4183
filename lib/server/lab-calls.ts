import 'server-only'
import { z } from 'zod'
import { advanceClock } from '@/lib/lab/advance'
import { branchesOf, foundBranch, restoreLab } from '@/lib/lab/branches'
import type { Destination, ExposureAnswer, MoveCall, Restored } from '@/lib/lab/contract'
import type { LabWishes } from '@/lib/lab/create'
import { describeLab, readClock } from '@/lib/lab/describe'
import { lookAgain } from '@/lib/lab/look-again'
import { newestStrangers } from '@/lib/lab/newest-strangers'
import { placesOf } from '@/lib/lab/places'
import { quoted, readPolicy } from '@/lib/lab/policy'
import { LabRefusal } from '@/lib/lab/refusal'
import { deliverMove, inTurn, prepareMove } from '@/lib/lab/stepping'
import { readStores } from '@/lib/lab/stores'
import type { ClockAnswer } from '@/lib/lab/timeline'
import { exposureOf } from '@/lib/wire/exposure'
import { END } from '@/lib/wire/story'
import { control, keyCookie, labControl } from './control'
import { world } from './world'

/** The calls of the control API, one function each. Shapes: `lib/lab/contract.ts`. */

export const answer = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  Response.json(body, {
    status,
    headers: { 'cache-control': 'no-store', ...headers },
  })

const STORE = z.enum(['memory', 'sqlite', 'postgres', 'redis'])

const MOVE_CALL = z.object({
  step: z.string().max(100).optional(),
  input: z
    .record(
      z.string(),
      z.union([z.string(), z.boolean(), z.record(z.string(), z.union([z.string(), z.array(z.string())]))]),
    )
    .optional(),
})

const WISHES = z.strictObject({
  policy: z.record(z.string(), z.unknown()).optional(),
  tokenStore: STORE.optional(),
  clientStore: STORE.optional(),
  clients: z.array(z.record(z.string(), z.unknown())).max(20).optional(),
  seed: z.string().min(1).max(200).optional(),
  checksOff: z.array(z.string().max(100)).max(100).optional(),
  attack: z
    .strictObject({ attack: z.string().max(100), grant: z.string().max(100), case: z.string().max(100).optional() })
    .optional(),
  moves: z
    .array(MOVE_CALL.extend({ move: z.string().max(100) }))
    .max(20)
    .optional(),
})

export const createLabCall = control(async (body) => {
  const { moves = [], ...rest } = parsed(WISHES, body)
  const calls = moves.map(({ move, step = move, input }): MoveCall => ({ move, step, ...(input && { input }) }))
  const wishes: LabWishes = { ...defined(rest), moves: calls }
  const created = await world().labs.create(wishes)
  return answer(created, 201, {
    'set-cookie': keyCookie(created.id, created.key),
    location: `/api/labs/${created.id}`,
  })
})

export const describeLabCall = labControl(async ({ lab }) => answer(describeLab(lab, world().labs.host)))

const CHANGES = z.strictObject({
  policy: z.record(z.string(), z.unknown()).optional(),
  checksOff: z.array(z.string().max(100)).max(100).optional(),
})

export const changeLabCall = labControl(({ lab, body }) =>
  inTurn(lab, async () => {
    const { policy, checksOff } = parsed(CHANGES, body)
    if (policy) lab.policy = readPolicy(policy, lab.policy)
    if (checksOff) lab.checksOff = new Set(checksOff)
    return answer(describeLab(lab, world().labs.host))
  }),
)

export const removeLabCall = labControl(async ({ lab }) => {
  await world().labs.remove(lab)
  return new Response(null, { status: 204 })
})

/** Every recorded exchange; with `?after=` only those whose number is greater. */
export const exchangesCall = labControl(async ({ lab, url }) => {
  const after = Number(url.searchParams.get('after') ?? 0)
  return answer(lab.exchanges.filter(({ seq }) => !(seq <= after)))
})

export const placesCall = labControl(async ({ lab }) => answer(placesOf(lab, await readStores(lab, world().labs.host))))

export const exposureCall = labControl(async ({ lab: { exchanges, castSecrets, timeline } }) => {
  return answer(exposureOf(exchanges, castSecrets, END, timeline) satisfies ExposureAnswer)
})

/** Everything a reloaded page needs to stand where it stood: the live branch's record, or the one of `?branch=`. */
export const runCall = labControl(async ({ lab, url }) => {
  const id = Number(url.searchParams.get('branch') ?? lab.branch.id)
  const left = id === lab.branch.id ? null : foundBranch(lab, id)
  const { exchanges, timeline } = left ?? lab
  const { held } = left?.left ?? lab
  const { castSecrets } = lab
  const onTheWire = held && { call: held.call, request: held.request }
  return answer({
    lab: describeLab(lab, world().labs.host),
    exchanges: newestStrangers(exchanges),
    timeline,
    castSecrets,
    seed: lab.seed,
    onTheWire,
    branch: id,
    live: lab.branch.id,
    branches: branchesOf(lab),
  })
})

export const prepareCall = labControl(async ({ lab, body, params }) => {
  const { step, input } = parsed(MOVE_CALL, body)
  const move = params.move ?? ''
  return answer(
    await prepareMove(lab, world().labs.host, {
      move,
      step: step ?? move,
      ...(input ? { input } : {}),
    }),
  )
})

const DELIVERY = z.object({
  request: z.unknown().optional(),
  drop: z.boolean().optional(),
})

export const deliverCall = labControl(async ({ lab, body, params }) => {
  const { request, drop } = parsed(DELIVERY, body)
  const options = {
    ...(request === undefined ? {} : { request }),
    ...(drop ? { drop } : {}),
  }
  return answer(await deliverMove(lab, world().labs.host, { move: params.move ?? '' }, options))
})

/** A year: further than any token of a lab lives. */
const FURTHEST_SECONDS = 366 * 86_400
const ADVANCE = z.object({
  advanceSeconds: z.number().int().min(0).max(FURTHEST_SECONDS),
})

export const clockCall = labControl(({ lab, body }) =>
  inTurn(lab, async () => {
    const { host } = world().labs
    const commands = await advanceClock(lab, host, parsed(ADVANCE, body).advanceSeconds)
    const moment = await lookAgain(lab, host, 'clock', commands)
    return answer({ ...readClock(lab, host), moment } satisfies ClockAnswer)
  }),
)

const RESTORE = z
  .strictObject({
    branch: z.number().int().min(1).optional(),
    at: z.number().int().min(0).optional(),
    phase: z.enum(['prepared', 'answered']).optional(),
  })
  .refine(({ branch, at }) => branch !== undefined || at !== undefined, 'needs at, branch, or both')
  .refine(({ phase, at }) => phase === undefined || at !== undefined, 'phase needs at')

export const restoreCall = labControl(({ lab, body }) =>
  inTurn(lab, async () => {
    const { host } = world().labs
    const destination: Destination = defined(parsed(RESTORE, body))
    const branch = await restoreLab(lab, host, destination)
    return answer({ ...describeLab(lab, host), branch } satisfies Restored)
  }),
)

/** @throws LabRefusal 400 naming what is wrong with a body */
export function parsed<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const read = schema.safeParse(body)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const where = issue?.path.join('.') || 'The body'
  const sent = issue?.path.reduce<unknown>(
    (value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part],
    body,
  )
  throw new LabRefusal(400, `${where}: ${issue?.message ?? 'not understood'} (sent: ${quoted(sent)}).`)
}

function defined<Value extends object>(value: Value): { [Name in keyof Value]: Exclude<Value[Name], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [Name in keyof Value]: Exclude<Value[Name], undefined>
  }
}
