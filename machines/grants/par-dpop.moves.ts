import type { MoveMeta } from '../kit/meta'
import * as moves from '../kit/moves'
import { retryOf } from '../kit/proving'

/** What is different about the moves of a client that pushes its requests and proves its key. */
type Move = Omit<MoveMeta, 'kind'>

export const openApp: Move = {
  ...moves.openApp,
  answer: 'app-waits',
  usually: 'redirect-to-client',
  cites: ['rfc9126-1', 'rfc9449-10', 'rfc7636-4.1'],
}

export const authorizationRequest: Move = {
  ...moves.authorizationRequest,
  cites: ['rfc9126-4', 'rfc9101-5', 'rfc6749-4.1.1'],
}

export const tokenRequest: Move = {
  ...moves.tokenRequest,
  answer: 'token-nonce',
  answers: { tokens: 'token-response', refusal: 'token-refused' },
  usually: 'nonce-demanded',
  retry: 'token-retry',
  cites: ['rfc9449-5', 'rfc9449-4.2', 'rfc6749-4.1.3'],
}

export const tokenRetry: Move = {
  ...moves.tokenRequest,
  step: 'token-retry',
  answers: { 'nonce-demanded': 'token-nonce', refusal: 'token-refused' },
  cites: ['rfc9449-8', 'rfc9449-5', 'rfc9449-10'],
}

export const resourceRequest: Move = {
  ...moves.resourceRequest,
  answer: 'resource-nonce',
  answers: { resource: 'resource-response', refusal: 'access-refused' },
  usually: 'nonce-demanded',
  retry: 'resource-retry',
  cites: ['rfc9449-7.1', 'rfc9449-7'],
}

export const resourceRetry: Move = {
  ...moves.resourceRequest,
  step: 'resource-retry',
  answers: { 'nonce-demanded': 'resource-nonce', refusal: 'access-refused' },
  cites: ['rfc9449-9', 'rfc9449-7'],
}

export const refreshRequest: Move = {
  ...moves.refreshRequest,
  answers: { 'nonce-demanded': 'refresh-nonce', refusal: 'refresh-refused' },
  retry: 'refresh-retry',
  cites: ['rfc9449-5', 'rfc6749-6'],
}

export const refreshRetry = retryOf(refreshRequest, ['rfc9449-8', 'rfc6749-6'])

const theft = {
  ...moves.resourceRequest,
  from: 'attacker',
  answers: { resource: 'theft-succeeded' },
  usually: 'refusal',
} as const

export const theftAsBearer: Move = {
  ...theft,
  step: 'theft',
  answer: 'theft-refused',
  move: 'stolen-token-as-bearer',
  cites: ['rfc9449-7.2', 'rfc9700-4.10.1'],
}

export const theftWithOtherKey: Move = {
  ...theft,
  step: 'theft-with-key',
  answer: 'theft-with-key-refused',
  move: 'stolen-token-with-other-key',
  cites: ['rfc9449-7.1', 'rfc9449-6.1'],
}
