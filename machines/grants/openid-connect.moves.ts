import type { MoveMeta } from '../kit/meta'
import * as moves from '../kit/moves'
import { retryOf } from '../kit/proving'

/** What is said of the moves of a login: those of the authorization code grant with its own clauses, and three more. */
type Move = Omit<MoveMeta, 'kind'>

const toAuthServer = { from: 'client', to: 'authorization-server', channel: 'back' } as const

export const openApp: Move = {
  ...moves.openApp,
  answers: { ...moves.openApp.answers, 'redirect-to-client': 'app-waits' },
  cites: ['oidc-core-3.1', 'oidc-core-3.1.2.1', 'rfc7636-4.1'],
}

export const authorizationRequest: Move = {
  ...moves.authorizationRequest,
  cites: ['oidc-core-3.1.2.1', 'rfc6749-4.1.1', 'rfc7636-4.3'],
}

export const tokenRequest: Move = {
  ...moves.tokenRequest,
  answers: { ...moves.tokenRequest.answers, 'nonce-demanded': 'token-nonce' },
  retry: 'token-retry',
  cites: ['oidc-core-3.1.3.3', 'rfc6749-4.1.3', 'rfc7636-4.5'],
}

export const tokenRetry = retryOf(tokenRequest, ['rfc9449-8', 'rfc9449-5', 'oidc-core-3.1.3.3'])

export const resourceRequest: Move = {
  ...moves.resourceRequest,
  answers: { ...moves.resourceRequest.answers, 'nonce-demanded': 'resource-nonce' },
  retry: 'resource-retry',
}

export const resourceRetry = retryOf(resourceRequest, ['rfc9449-9', 'rfc9449-7'])

export const refreshRequest: Move = {
  ...moves.refreshRequest,
  answers: { ...moves.refreshRequest.answers, 'nonce-demanded': 'refresh-nonce' },
  retry: 'refresh-retry',
}

export const refreshRetry = retryOf(refreshRequest, ['rfc9449-8', 'rfc6749-6'])

export const signingKeysRequest: Move = {
  ...toAuthServer,
  step: 'signing-keys-request',
  answer: 'id-token-believed',
  answers: { refusal: 'id-token-refused' },
  move: 'key-set-request',
  line: 'GET /jwks',
  phase: 'redeem',
  usually: 'keys',
  cites: ['oidc-core-3.1.3.7', 'rfc7517-5'],
}

export const userinfoRequest: Move = {
  ...toAuthServer,
  step: 'userinfo-request',
  answer: 'userinfo-response',
  answers: { refusal: 'userinfo-refused', 'nonce-demanded': 'token-nonce' },
  move: 'userinfo-request',
  line: 'GET /userinfo',
  phase: 'use',
  usually: 'claims',
  cites: ['oidc-core-5.3', 'oidc-core-5.3.1', 'rfc6750-2.1'],
}

/** Somebody who was shown the access token offers it to the app as if it said who is there. */
export const accessTokenLogin: Move = {
  from: 'attacker',
  to: 'client',
  channel: 'back',
  step: 'access-token-login',
  answer: 'login-refused',
  answers: { confirmation: 'login-accepted' },
  move: 'access-token-login',
  line: 'POST /login/token',
  phase: 'use',
  usually: 'refusal',
  cites: ['oidc-core-16.11', 'rfc6749-10.16', 'oidc-core-3.1.3.7'],
}
