import { assign, forwardTo } from 'xstate'
import type { MoveCall } from '@/lib/lab/contract'
import type { HttpRequest } from '@/lib/oauth/http'
import type { GrantEvent } from './events'
import type { StateMeta, Tag } from './meta'

export interface Account {
  username: string
  password: string
}

/** What every grant's machine is given to begin with. */
export interface GrantInput {
  /** Who signs in when the learner just presses Next. */
  account: Account
  /** What that person answers when the learner just presses Next; left out, she approves. */
  decision?: Decision['button']
}

/** The exchange under way, as the invoked exchange machine tells it. */
export interface OngoingExchange {
  phase: 'preparing' | 'onTheWire' | 'delivering' | 'broken'
  call: MoveCall
  /** The request on the wire; null until it is prepared. */
  request: HttpRequest | null
  /** Why the app itself failed; null while it works. */
  failure: string | null
}

export interface Decision {
  button: 'approve' | 'deny'
  /** Scopes she ticked; null leaves the form as the server filled it in. */
  scopes: string[] | null
}

/** Plain JSON: survives a page change. */
export interface GrantContext {
  account: Account
  /** What that person usually answers. */
  decides: Decision['button']
  /** What is typed into the login form. */
  credentials: Account
  decision: Decision
  /** The code she types; null: the one her device shows. */
  typedCode: string | null
  exchange: OngoingExchange | null
}

/** The types of a grant's machine, for its `setup`. */
export interface GrantTypes {
  input: GrantInput
  context: GrantContext
  events: GrantEvent
  tags: Tag
  meta: StateMeta
  children: { exchange: 'exchange' }
}

export function beginning({ input: { account, decision: decides = 'approve' } }: { input: GrantInput }): GrantContext {
  return {
    account,
    decides,
    credentials: account,
    decision: { button: decides, scopes: null },
    typedCode: null,
    exchange: null,
  }
}

/** What the sender has in hands now is `what`. */
export function arrived({ event }: { event: GrantEvent }, { what }: { what: string }): boolean {
  return event.type === 'xstate.done.actor.exchange' && event.output.arrival === what
}

/** Pacing and editing belong to the exchange under way. */
export const passOn = forwardTo<GrantContext, GrantEvent, undefined, GrantEvent>('exchange')

const PHASES: readonly string[] = ['preparing', 'onTheWire', 'delivering', 'broken']
const isPhase = (value: string): value is OngoingExchange['phase'] => PHASES.includes(value)

export const follow = assign<GrantContext, GrantEvent, undefined, GrantEvent, never>({
  exchange: ({ context, event }) => {
    if (event.type !== 'xstate.snapshot.exchange') return context.exchange
    const { value, context: now } = event.snapshot
    return isPhase(value)
      ? { phase: value, call: now.call, request: now.choice.request ?? now.request, failure: now.failure }
      : null
  },
})

export const letGo = assign<GrantContext, GrantEvent, undefined, GrantEvent, never>({ exchange: null })

export const typeCredentials = assign<GrantContext, GrantEvent, undefined, GrantEvent, never>({
  credentials: ({ context, event }) =>
    event.type === 'user.signIn' ? { username: event.username, password: event.password } : context.account,
})

export const typeCode = assign<GrantContext, GrantEvent, undefined, GrantEvent, never>({
  typedCode: ({ event }) => (event.type === 'user.typeCode' ? event.code : null),
})

export const decide = assign<GrantContext, GrantEvent, undefined, GrantEvent, never>({
  decision: ({ context, event }) => {
    if (event.type === 'user.approve') return { button: 'approve', scopes: event.scopes ?? null }
    if (event.type === 'user.deny') return { button: 'deny', scopes: null }
    return { button: context.decides, scopes: null }
  },
})
