import type { MoveMeta } from '../kit/meta'
import { signIn } from '../kit/moves'

type Move = Omit<MoveMeta, 'kind'>

const byDevice = { from: 'client', to: 'authorization-server', channel: 'back' } as const
const onHerPhone = { from: 'browser', to: 'authorization-server', channel: 'front', phase: 'decide' } as const
const POLL_CITES = ['rfc8628-3.4', 'rfc8628-3.5'] as const

export const deviceAuthorizationRequest: Move = {
  ...byDevice,
  step: 'device-authorization-request',
  answer: 'device-authorization-response',
  answers: { refusal: 'device-authorization-refused' },
  move: 'device-authorization-request',
  line: 'POST /device_authorization',
  phase: 'ask',
  usually: 'codes',
  human: 'turns on the TV',
  cites: ['rfc8628-3.1', 'rfc8628-5.6'],
}

/** What a poll can bring, whatever it usually brings. */
const POLL_ANSWERS = {
  pending: 'still-pending',
  'slow-down': 'slow-down',
  tokens: 'token-response',
  denied: 'poll-denied',
  expired: 'code-expired',
  refusal: 'poll-refused',
} as const

const polling = {
  ...byDevice,
  answers: POLL_ANSWERS,
  move: 'device-token-request',
  line: 'POST /token',
  cites: POLL_CITES,
} as const

/** While Alice has not answered. */
export const poll: Move = { ...polling, step: 'poll', answer: 'still-pending', phase: 'decide', usually: 'pending' }

/** Once she has said yes. */
export const tokenRequest: Move = {
  ...polling,
  step: 'token-request',
  answer: 'token-response',
  phase: 'redeem',
  usually: 'tokens',
}

/** Once she has said no. */
export const lastPoll: Move = {
  ...polling,
  step: 'last-poll',
  answer: 'poll-denied',
  phase: 'return',
  usually: 'denied',
}

export const verificationPage: Move = {
  ...onHerPhone,
  step: 'verification-page',
  answer: 'code-page',
  answers: { 'error-page': 'verification-stopped' },
  move: 'open-page',
  line: 'GET /device',
  usually: 'code-page',
  human: 'opens the address on her phone',
  cites: ['rfc8628-3.3', 'rfc9700-4.16'],
}

export const userCode: Move = {
  ...onHerPhone,
  step: 'user-code',
  answer: 'login-page',
  answers: { 'code-page': 'wrong-code', 'consent-page': 'confirm-page', 'error-page': 'verification-stopped' },
  move: 'type-user-code',
  line: 'POST /device',
  usually: 'login-page',
  human: 'types the code',
  cites: ['rfc8628-3.3', 'rfc8628-5.1', 'rfc8628-6.1'],
}

export const signInOnPhone: Move = {
  ...signIn,
  answers: { 'login-page': 'wrong-password', 'error-page': 'verification-stopped' },
}

export const confirmRequest: Move = {
  ...onHerPhone,
  step: 'confirm-request',
  answer: 'confirm-page',
  answers: { 'login-page': 'login-page', 'error-page': 'verification-stopped' },
  move: 'follow-redirect',
  line: 'GET /device',
  usually: 'consent-page',
  cites: ['rfc8628-3.3', 'rfc8628-5.4'],
}

export const deviceDecision: Move = {
  ...onHerPhone,
  step: 'device-decision',
  answer: 'approval-kept',
  answers: { denied: 'denial-kept', 'error-page': 'verification-stopped' },
  move: 'submit-form',
  line: 'POST /device',
  usually: 'confirmation',
  human: 'decides',
  cites: ['rfc8628-3.3', 'rfc10027-6.1'],
}
