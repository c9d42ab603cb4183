import type { DoneActorEvent } from 'xstate'
import type { ExchangeAnswer, ExchangeContext, ExchangeEvent } from './exchange.machine'

/** What the resource owner does on her own screen. */
export type UserEvent =
  | { type: 'user.signIn'; username: string; password: string }
  | { type: 'user.approve'; scopes?: string[] }
  | { type: 'user.deny' }

/** What the learner may do beyond Next, with the button's label; a state that offers one handles it. */
export const EXTRA_EVENTS = {
  'learner.refresh': 'Refresh the tokens',
  'learner.callApi': 'Call the API again',
  'learner.revoke': 'Revoke the access',
  'learner.signInAgain': 'Sign in again',
  'learner.presentAccessToken': 'Use the access token as a login',
} as const

export type ExtraEventType = keyof typeof EXTRA_EVENTS

/** The exchange a move invoked has ended. */
export type AnswerEvent = DoneActorEvent<ExchangeAnswer, 'exchange'>

/** The exchange a move invoked went on: its phase and context now. */
export interface ExchangeMovedEvent {
  type: 'xstate.snapshot.exchange'
  snapshot: { value: string; context: ExchangeContext }
}

export type GrantEvent = ExchangeEvent | UserEvent | { type: ExtraEventType } | AnswerEvent | ExchangeMovedEvent
