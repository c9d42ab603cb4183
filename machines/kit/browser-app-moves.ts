import type { MoveMeta } from './meta'
import * as moves from './moves'

/** What is said of the moves of an application that is a script in a page: its browser sends everything. */
type Move = Omit<MoveMeta, 'kind'>

const fromPage = { from: 'browser', channel: 'front' } as const

export const openApp: Move = {
  ...fromPage,
  step: 'open-app',
  answer: 'app-page',
  move: 'open-page',
  line: 'GET /spa/',
  to: 'client',
  phase: 'ask',
  usually: 'app-page',
  human: 'opens the app',
  cites: ['rfc10017-6.3'],
}

export const scriptRequest: Move = {
  ...fromPage,
  step: 'script-request',
  answer: 'script-response',
  move: 'page-script',
  line: 'GET /spa/app.js',
  to: 'client',
  phase: 'ask',
  usually: 'script',
  cites: ['rfc6749-2.1', 'html-8.1'],
}

export const authorizationRequest: Move = {
  ...moves.authorizationRequest,
  move: 'page-login',
  human: 'presses Connect',
}

export const callback: Move = {
  ...moves.callback,
  answers: { 'error-page': 'app-error' },
  move: 'page-callback',
  line: 'GET /spa/callback',
  usually: 'app-page',
}

export const tokenRequest: Move = {
  ...moves.tokenRequest,
  ...fromPage,
  move: 'page-token-request',
  cites: ['rfc6749-4.1.3', 'rfc7636-4.5', 'rfc10017-6.3', 'fetch-3.3'],
}

export const preflightRequest: Move = {
  ...fromPage,
  step: 'preflight-request',
  answer: 'preflight-response',
  answers: { refusal: 'preflight-refused' },
  move: 'page-preflight',
  line: 'OPTIONS /photos',
  to: 'resource-server',
  phase: 'use',
  usually: 'confirmation',
  cites: ['fetch-3.3', 'rfc9700-2.6'],
}

export const resourceRequest: Move = {
  ...moves.resourceRequest,
  ...fromPage,
  move: 'page-resource-request',
}

export const refreshRequest: Move = {
  ...moves.refreshRequest,
  ...fromPage,
  move: 'page-refresh-request',
}

export const revocationRequest: Move = {
  ...moves.revocationRequest,
  ...fromPage,
  move: 'page-revocation-request',
}
