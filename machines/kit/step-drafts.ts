import type { MoveCall } from '@/lib/lab/contract'
import type { Lesson, StepLesson } from '@/lib/lessons/lesson'
import { type HttpRequest, header } from '@/lib/oauth/http'
import type { Exchange } from '@/lib/wire/exchange'
import {
  alongsideRequest,
  alongsideResponse,
  insideRequest,
  insideResponse,
  lost,
  outsideRequest,
  outsideResponse,
  refusedBy,
  unexpected,
} from './generic-lessons'
import { plannedResponseLabel, requestLabel, responseLabel } from './labels'
import type { AnswerKind, ChildMeta, MoveMeta, Phase } from './meta'
import type { PartyNames } from './party-names'
import type { CarriedSecret, Step } from './step'

/** A step before it has its place in the run. */
export type StepDraft = Omit<Step, 'number' | 'id'>

/** Which secrets a message carries, by its bytes. `lib/wire` reads them; a machine imports none of its code. */
export interface SecretReader {
  request(exchange: Exchange): CarriedSecret[]
  response(exchange: Exchange): CarriedSecret[]
}

/** What a grant is told with. */
export interface Telling {
  lesson: Lesson
  names: PartyNames
}

type Words = Pick<Step, 'key' | 'lesson' | 'cites'>

/** Key and words of a request and of its response. */
interface Naming {
  request: Words
  response: Words
  human: string | null
}

export function namingOf(exchange: Exchange, meta: MoveMeta | null, telling: Telling): Naming {
  if (meta === null) return outsideNaming(exchange, telling)
  return {
    request: requestWords(telling.lesson, meta),
    response: answerNaming(exchange, meta, telling),
    human: meta.human ?? null,
  }
}

export function childNaming(exchange: Exchange, children: readonly ChildMeta[], telling: Telling): Naming {
  const { pathname } = new URL(exchange.request.url)
  if (exchange.from === 'attacker') return alongsideNaming(exchange, telling)
  const child = children.find(({ path }) => pathname.endsWith(path))
  if (!child) return insideNaming(exchange, telling)
  return {
    request: requestWords(telling.lesson, child),
    response: words(telling.lesson, child.answer),
    human: null,
  }
}

function outsideNaming(exchange: Exchange, { names }: Telling): Naming {
  return {
    request: generic('outside-request', outsideRequest(exchange, names)),
    response:
      exchange.response === null
        ? generic('lost', lost(exchange, names))
        : generic('outside-response', outsideResponse(exchange, names)),
    human: null,
  }
}

/** A message that a party sends while it answers another one. */
function insideNaming(exchange: Exchange, { names }: Telling): Naming {
  return {
    request: generic('inside-request', insideRequest(exchange, names)),
    response: generic('inside-response', insideResponse(exchange, names)),
    human: null,
  }
}

/** One of several messages that an attacker sends at the same moment. */
function alongsideNaming(exchange: Exchange, { names }: Telling): Naming {
  return {
    request: generic('alongside-request', alongsideRequest(exchange, names)),
    response: generic('alongside-response', alongsideResponse(exchange, names)),
    human: null,
  }
}

function answerNaming(exchange: Exchange, meta: MoveMeta, { lesson, names }: Telling): Words {
  if (exchange.response === null) return generic('lost', lost(exchange, names))
  const kind = answerKind(exchange)
  const key = kind === meta.usually ? meta.answer : meta.answers?.[kind]
  if (key === undefined) return generic('unexpected-answer', unexpected(exchange, names))
  const found = words(lesson, key)
  const refusing = found.lesson.byCheck && exchange.checks.find(({ verdict }) => verdict === 'failed')
  return refusing ? generic(key, refusedBy(refusing, found.lesson, names)) : found
}

function answerKind({ arrival, response }: Exchange): AnswerKind {
  const location = response && header(response, 'location')
  const target = location !== null && URL.canParse(location) ? new URL(location) : null
  const carriesError =
    target !== null && (target.searchParams.has('error') || new URLSearchParams(target.hash.slice(1)).has('error'))
  return arrival === 'redirect-to-client' && carriesError ? 'error-redirect' : arrival
}

/** A request is told with the clauses its move goes by, too. */
function requestWords(lesson: Lesson, { step, cites }: Pick<MoveMeta, 'step' | 'cites'>): Words {
  const found = words(lesson, step)
  return { ...found, cites: [...new Set([...cites, ...found.cites])] }
}

function words(lesson: Lesson, key: string): Words {
  const found = lesson.steps[key]
  if (!found) throw new Error(`The lesson has no words for the step ${key}.`)
  return generic(key, found)
}

function generic(key: string, lesson: StepLesson): Words {
  return { key, lesson, cites: lesson.cites }
}

export function requestDraft(
  exchange: Exchange,
  naming: Pick<Naming, 'request' | 'human'>,
  phase: Phase,
  secrets: SecretReader,
): StepDraft {
  const { from, to, channel, request } = exchange
  return {
    ...naming.request,
    kind: 'request',
    from,
    to,
    channel,
    human: naming.human,
    phase,
    label: requestLabel(request),
    carries: secrets.request(exchange),
    exchange,
    state: 'done',
    outcome: null,
  }
}

export function responseDraft(
  exchange: Exchange,
  naming: Pick<Naming, 'response'>,
  phase: Phase,
  secrets: SecretReader,
): StepDraft {
  const { from, to, channel, outcome } = exchange
  return {
    ...naming.response,
    kind: 'response',
    from: to,
    to: from,
    channel,
    human: null,
    phase,
    label: responseLabel(exchange),
    carries: exchange.response ? secrets.response(exchange) : [],
    exchange,
    state: 'done',
    outcome,
  }
}

/** The request that lies on the wire, as an exchange nobody has answered. */
export function unanswered(
  { call, request }: { call: MoveCall; request: HttpRequest },
  { from, to, channel }: MoveMeta,
  last: Exchange | undefined,
): Exchange {
  return {
    seq: (last?.seq ?? 0) + 1,
    move: call.move,
    step: call.step,
    from,
    to,
    channel,
    request,
    prepared: null,
    response: null,
    outcome: 'accepted',
    arrival: 'nothing',
    checks: [],
    storage: [],
    secrets: [],
    at: last?.at ?? 0,
    tookMs: 0,
    parent: null,
  }
}

/** The two steps of a move still to come, as they usually are. */
export function plannedDrafts(meta: MoveMeta, { lesson, names }: Telling): [StepDraft, StepDraft] {
  const { from, to, channel, phase, human = null, line, answerLine, usually } = meta
  const common = { channel, phase, exchange: null, state: 'planned', outcome: null } as const
  const request = { ...requestWords(lesson, meta), kind: 'request', from, to, human, label: line } as const
  const label = answerLine ?? plannedResponseLabel(usually, names)
  const answer = { kind: 'response', from: to, to: from, human: null, label } as const
  return [
    { ...common, ...request, carries: [] },
    { ...common, ...words(lesson, meta.answer), ...answer, carries: [] },
  ]
}
