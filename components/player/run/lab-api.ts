import type { AttackStanding } from '@/lib/attack-matrix/contract'
import type { AssembleTask, BreakTask } from '@/lib/course/lesson-plan'
import type { Grade } from '@/lib/course/tasks/grade'
import type {
  BranchInformation,
  CreatedLab,
  Delivered,
  DeliverOptions,
  Destination,
  LabInformation,
  MoveCall,
  Prepared,
  Restored,
} from '@/lib/lab/contract'
import type { StolenDump, StolenStore } from '@/lib/lab/dump/report'
import type { Presented, ShownTo } from '@/lib/lab/present'
import type { ClockAnswer, Moment } from '@/lib/lab/timeline'
import type { SecretReport } from '@/lib/oauth/environment'
import type { HttpRequest } from '@/lib/oauth/http'
import type { Exchange } from '@/lib/wire/exchange'

/** Answer of `GET /api/labs/{lab}/run`: everything a reloaded page needs to stand where it stood. */
export interface RunRecord {
  lab: LabInformation
  exchanges: Exchange[]
  timeline: Moment[]
  /** Secrets that were there before the first message. */
  castSecrets: SecretReport[]
  /** Decides the lab's secrets; only whoever has the lab's key is told. */
  seed?: string
  onTheWire: { call: MoveCall; request: HttpRequest } | null
  /** Whose record this is, which one the servers stand in, and all there are. */
  branch: number
  live: number
  branches: BranchInformation[]
}

/** The app itself could not do it (never a refusal by a party). `message` says what to do. */
export class LabApiError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.name = 'LabApiError'
    this.status = status
  }
}

const UNREACHABLE = 'The Grant Lab server cannot be reached. Check that it runs, then try again; your steps are kept.'

const NO_CONTENT = 204

/** Keys of the labs made here, by the lab's id, in a page where no cookie may carry them; null elsewhere. */
let heldKeys: Map<string, string> | null = null

/**
 * From now on this page holds the keys of the labs it makes itself, and neither sends nor takes a cookie: for a page in
 * another site's frame, where browsers keep a `SameSite` cookie back, and which is to reach no other lab.
 */
export function holdKeysHere(): void {
  heldKeys ??= new Map()
}

/** The lab's control API, called from the page. The lab's key travels in an HttpOnly cookie, where a page holds none. */
export const labApi = {
  async create(body: object): Promise<CreatedLab> {
    const created = await call<CreatedLab>('POST', '', body)
    heldKeys?.set(created.id, created.key)
    return created
  },
  remove: (lab: string) => call<null>('DELETE', `/${lab}`),
  /** What was recorded after the exchange with this number. */
  exchanges: (lab: string, after: number) => call<Exchange[]>('GET', `/${lab}/exchanges?after=${after}`),
  /** The live branch's record, or another one's. */
  run: (lab: string, branch?: number) =>
    call<RunRecord>('GET', `/${lab}/run${branch === undefined ? '' : `?branch=${branch}`}`),
  restore: (lab: string, destination: Destination) => call<Restored>('POST', `/${lab}/restore`, { ...destination }),
  prepare: (lab: string, { move, step, input }: MoveCall) =>
    call<Prepared>('POST', `/${lab}/moves/${move}/prepare`, {
      step,
      ...(input ? { input } : {}),
    }),
  deliver: (lab: string, { move }: MoveCall, options: DeliverOptions) =>
    call<Delivered>('POST', `/${lab}/moves/${move}/deliver`, { ...options }),
  /** What came of the attack that is played in it. `over`: its script was played to the end. */
  attack: (lab: string, end: 'over' | 'stopped') => call<AttackStanding>('GET', `/${lab}/attack?end=${end}`),
  /** Whether a task is done in it, read off its own record. */
  grade: (lab: string, { flow, options, task }: { flow: string; options: object; task: BreakTask | AssembleTask }) =>
    call<Grade>('POST', `/${lab}/grade`, { flow, options, task }),
  advanceClock: (lab: string, advanceSeconds: number) => call<ClockAnswer>('POST', `/${lab}/clock`, { advanceSeconds }),
  sweep: (lab: string) => call<ClockAnswer>('POST', `/${lab}/sweep`),
  present: (lab: string, body: { token: string; to: ShownTo; strict?: boolean }) =>
    call<Presented>('POST', `/${lab}/present`, body),
  stealDump: (lab: string, store: StolenStore) => call<StolenDump>('POST', `/${lab}/dump`, { store }),
}

async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const headers: Record<string, string> = {}
  const key = heldKeys?.get(path.split(/[/?]/)[1] ?? '')
  if (key) headers.authorization = `Bearer ${key}`
  if (body) headers['content-type'] = 'application/json'
  const init: RequestInit = { method, cache: 'no-store', headers, credentials: heldKeys ? 'omit' : 'same-origin' }
  if (body) init.body = JSON.stringify(body)
  let response: Response
  try {
    response = await fetch(`/api/labs${path}`, init)
  } catch {
    throw new LabApiError(0, UNREACHABLE)
  }
  const answer: unknown = await response.json().catch(() => null)
  // An answer that was cut off on the way, as when the page is reloaded meanwhile, is none.
  if (response.ok && (answer !== null || response.status === NO_CONTENT)) return answer as Answer
  if (response.ok) throw new LabApiError(0, UNREACHABLE)
  const detail = (answer as { detail?: unknown } | null)?.detail
  throw new LabApiError(response.status, typeof detail === 'string' ? detail : UNREACHABLE)
}
