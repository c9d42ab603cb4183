import type { RunRecord } from '@/lib/room/record'
import type { RoomState } from '@/lib/room/state'
import type { Wish } from '@/lib/room/wish'

/** The app says no, or cannot be reached. `message` says what to do. */
export class RoomApiError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.name = 'RoomApiError'
    this.status = status
  }
}

export interface RoomSnapshot {
  state: RoomState
  part: RunRecord | null
}

const UNREACHABLE = 'The Grant Lab server cannot be reached. Trying again; nothing is lost.'

/** `/api/rooms`. The presenter's key travels in an HttpOnly cookie. */
export const roomApi = {
  open: (state: RoomState) => call<{ code: string }>('POST', '', { state }),
  look: (code: string) => call<RoomSnapshot>('GET', `/${code}`),
  tell: (code: string, state: RoomState, part: RunRecord | null) => call('POST', `/${code}`, { state, part }),
  close: (code: string) => call('DELETE', `/${code}`),
  vote: (code: string, question: string, option: string) =>
    call('POST', `/${code}/votes`, { question, option, voter: voter() }),
  /** The key for the presenter's phone; only who presents is given it. */
  clickerKey: (code: string) => call<{ key: string }>('GET', `/${code}/clicker`),
  wish: (code: string, key: string, wish: Wish) =>
    call('POST', `/${code}/clicker`, wish, { authorization: `Bearer ${key}` }),
  /** @param counted false for the presenter's own windows */
  events: (code: string, counted = true) => new EventSource(`/api/rooms/${code}/events${counted ? '' : '?counted=no'}`),
}

async function call<Answer = null>(
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(`/api/rooms${path}`, {
      method,
      cache: 'no-store',
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
  } catch {
    throw new RoomApiError(0, UNREACHABLE)
  }
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return answer as Answer
  const detail = (answer as { detail?: unknown } | null)?.detail
  throw new RoomApiError(response.status, typeof detail === 'string' ? detail : UNREACHABLE)
}

/** One vote each: the browser's own random name, which says nothing about who it is. */
function voter(): string {
  const known = sessionStorage.getItem('grant-lab voter')
  const name = known ?? crypto.randomUUID()
  sessionStorage.setItem('grant-lab voter', name)
  return name
}
