import type { MoveMeta } from '../kit/meta'
import * as moves from '../kit/moves'

/** What is said of the moves of a login: those of the authorization code grant with its own clauses, and three more. */
type Move = Omit<MoveMeta, 'kind'>

const toAuthServer = { from: 'client', to: 'authorization-server', channel: 'back' } as const

export const openApp: Move = {
  ...moves.openApp,
  cites: ['oidc-core-3.1', 'oidc-core-3.1.2.1', 'rfc7636-4.1'],
}

export const authorizationRequest: Move = {
  ...moves.authorizationRequest,
  cites: ['oidc-core-3.1.2.1', 'rfc6749-4.1.1', 'rfc7636-4.3'],
}

export const tokenRequest: Move = {
  ...moves.tokenRequest,
  cites: ['oidc-core-3.1.3.3', 'rfc6749-4.1.3', 'rfc7636-4.5'],
}

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
  answers: { refusal: 'userinfo-refused' },
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
