import type { DoneActorEvent } from 'xstate'
import type { ExchangeAnswer, ExchangeContext, ExchangeEvent } from './exchange.machine'

/** What the resource owner does on her own screen. */
export type UserEvent =
  | { type: 'user.signIn'; username: string; password: string }
  | { type: 'user.approve'; scopes?: string[] }
  | { type: 'user.deny' }
  | { type: 'user.typeCode'; code: string }

/** What the learner may do beyond Next, with the button's label; a state that offers one handles it. */
export const EXTRA_EVENTS = {
  'learner.poll': 'Poll after the interval',
  'learner.pollAtOnce': 'Poll at once',
  'learner.newCode': 'Ask for a new code',
  'learner.refresh': 'Refresh the tokens',
  'learner.letExpire': 'Let the token expire',
  'learner.steal': 'Let a thief refresh',
  'learner.callApi': 'Call the API again',
  'learner.askAgain': 'Ask for a new token',
  'learner.revoke': 'Revoke the access',
  'learner.signInAgain': 'Sign in again',
  'learner.exchangeAgain': 'Exchange the token again',
  'learner.askMore': 'Ask for more scope',
  'learner.askElsewhere': 'Ask for another API',
  'learner.strayToken': 'Exchange a stray token',
  'learner.publicApp': 'Let a public app try',
  'learner.newAssertion': 'Get a new assertion',
  'learner.replay': 'Present it again',
  'learner.forge': 'Sign one yourself',
  'learner.unsigned': 'Send one unsigned',
  'learner.stealAsBearer': 'Present the token as a thief',
  'learner.stealWithKey': 'Present it with a thief’s key',
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
