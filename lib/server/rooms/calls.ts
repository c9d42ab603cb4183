import 'server-only'
import { z } from 'zod'
import { LabRefusal } from '@/lib/lab/refusal'
import { readRoomCode } from '@/lib/room/code'
import { RECORD_PART, ROOM_STATE, WISH } from '@/lib/room/schema'
import { answered, readJson } from '../control'
import { eventStream } from './follower'
import { processRooms } from './process-rooms'
import type { Rooms } from './rooms'

/** The calls of `/api/rooms`, one function each. */

/** Bytes: a presenter sends a run in parts smaller than this. */
const TELL_LIMIT = 512 * 1024
const VOTE_LIMIT = 1024
const WISH_LIMIT = 1024

const answer = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } })

interface RoomCall {
  rooms: Rooms
  code: string
  request: Request
}

interface RouteContext {
  params: Promise<{ room: string }>
}

/** A call on one room. Whoever names many wrong codes has to wait. */
function roomCall(work: (call: RoomCall) => Promise<Response>) {
  return (request: Request, { params }: RouteContext): Promise<Response> =>
    answered(async () => {
      const { rooms, wrongCodes } = await processRooms()
      const address = request.headers.get('x-socket-address') ?? 'unknown'
      if (wrongCodes.tooMany(address)) {
        throw new LabRefusal(429, 'Too many wrong codes came from here. Wait a minute, then try again.', {
          retryAfter: 60,
        })
      }
      try {
        const code = readRoomCode((await params).room)
        if (!code) throw new LabRefusal(404, 'A room’s code has six letters, without vowels. Check what you typed.')
        return await work({ rooms, code, request })
      } catch (error) {
        if (error instanceof Error && error.name === 'LabRefusal' && 'status' in error && error.status === 404) {
          wrongCodes.note(address)
        }
        throw error
      }
    })
}

/** `POST /api/rooms` `{ state }`: opens a room; its key stays in a cookie that no script reads. */
export const openRoomCall = (request: Request): Promise<Response> =>
  answered(async () => {
    const { rooms } = await processRooms()
    const { state } = parsed(z.object({ state: ROOM_STATE }), await readJson(request))
    const { code, key } = await rooms.open(state)
    const cookie = `${cookieName(code)}=${key}; Path=/api/rooms/${code}; HttpOnly; Secure; SameSite=Strict`
    return answer({ code }, 201, { 'set-cookie': cookie, location: `/api/rooms/${code}` })
  })

/** `GET`: what is shown now. */
export const lookCall = roomCall(async ({ rooms, code }) => {
  const { state, record } = await rooms.look(code)
  return answer({ state, part: record })
})

/** `POST` `{ state, part? }`: the presenter shows something new. */
export const tellCall = roomCall(async ({ rooms, code, request }) => {
  const body = await readJson(request, TELL_LIMIT)
  const { state, part } = parsed(z.object({ state: ROOM_STATE, part: RECORD_PART.nullable() }), body)
  const { term, rev, by } = await rooms.tell(code, keyOf(request, code), state, part)
  return answer({ term, rev, by })
})

export const closeRoomCall = roomCall(async ({ rooms, code, request }) => {
  await rooms.close(code, keyOf(request, code))
  return new Response(null, { status: 204 })
})

/** `GET …/events`: server-sent events `room`, `crowd`, `beat` and `end`. */
export const followCall = roomCall(({ rooms, code, request }) => {
  const counted = new URL(request.url).searchParams.get('counted') !== 'no'
  return eventStream(counted, (follower) => rooms.follow(code, follower))
})

const VOTE = z.strictObject({
  question: z.string().max(200),
  option: z.string().max(200),
  voter: z.string().min(16).max(64),
})

/** `GET …/clicker`: the key for the presenter's phone, to whoever presents. */
export const clickerKeyCall = roomCall(async ({ rooms, code, request }) =>
  answer({ key: await rooms.clickerKey(code, keyOf(request, code)) }),
)

/** `POST …/clicker` `{ want, term, moved }`, with the clicker's key as Bearer: asks the window that drives. */
export const wishCall = roomCall(async ({ rooms, code, request }) => {
  const key = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null
  await rooms.wish(code, key, parsed(WISH, await readJson(request, WISH_LIMIT)))
  return new Response(null, { status: 204 })
})

/** `POST …/votes`: all that a student can write. */
export const voteCall = roomCall(async ({ rooms, code, request }) => {
  await rooms.vote(code, parsed(VOTE, await readJson(request, VOTE_LIMIT)))
  return new Response(null, { status: 204 })
})

const cookieName = (code: string): string => `grant_lab_room_${code}`

function keyOf(request: Request, code: string): string | null {
  const wanted = `${cookieName(code)}=`
  const cookies = (request.headers.get('cookie') ?? '').split(/; */)
  return cookies.find((cookie) => cookie.startsWith(wanted))?.slice(wanted.length) ?? null
}

function parsed<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const read = schema.safeParse(body)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new LabRefusal(400, `${issue?.path.join('.') || 'The body'}: ${issue?.message ?? 'not understood'}.`)
}
