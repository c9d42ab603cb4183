import type { MoveMeta } from './meta'

/** What is said of the moves that several grants share. A grant says their order, and where each answer leads. */
type Move = Omit<MoveMeta, 'kind'>

const throughBrowser = { from: 'browser', channel: 'front' } as const
const toTokenEndpoint = {
  from: 'client',
  to: 'authorization-server',
  channel: 'back',
  line: 'POST /token',
} as const

export const openApp: Move = {
  ...throughBrowser,
  step: 'open-app',
  answer: 'app-redirect',
  answers: { 'error-page': 'app-error' },
  move: 'open-page',
  line: 'GET /login',
  to: 'client',
  phase: 'ask',
  usually: 'redirect-to-server',
  human: 'opens the app',
  cites: ['rfc6749-4.1', 'rfc6749-10.12', 'rfc7636-4.1'],
}

export const authorizationRequest: Move = {
  ...throughBrowser,
  step: 'authorization-request',
  answer: 'login-page',
  answers: {
    'consent-page': 'consent-page',
    'redirect-to-client': 'authorization-response',
    'error-redirect': 'authorization-error',
    'error-page': 'server-error',
  },
  move: 'follow-redirect',
  line: 'GET /authorize',
  to: 'authorization-server',
  phase: 'ask',
  usually: 'login-page',
  cites: ['rfc6749-4.1.1', 'rfc7636-4.3', 'rfc9700-2.1'],
}

export const signIn: Move = {
  ...throughBrowser,
  step: 'sign-in',
  answer: 'signed-in',
  answers: { 'login-page': 'wrong-password', 'error-page': 'server-error' },
  move: 'submit-form',
  line: 'POST /login',
  to: 'authorization-server',
  phase: 'decide',
  usually: 'redirect-to-server',
  human: 'signs in',
  cites: ['rfc6749-3.1', 'rfc6749-10.10', 'rfc9700-4.12'],
}

export const consentRequest: Move = {
  ...throughBrowser,
  step: 'consent-request',
  answer: 'consent-page',
  answers: {
    'login-page': 'login-page',
    'redirect-to-client': 'authorization-response',
    'error-redirect': 'authorization-error',
    'error-page': 'server-error',
  },
  move: 'follow-redirect',
  line: 'GET /consent',
  to: 'authorization-server',
  phase: 'decide',
  usually: 'consent-page',
  cites: ['rfc6749-3.1', 'rfc6749-10.2', 'rfc9700-4.16'],
}

export const consentDecision: Move = {
  ...throughBrowser,
  step: 'consent-decision',
  answer: 'authorization-response',
  answers: {
    'error-redirect': 'authorization-error',
    'consent-page': 'consent-page',
    'error-page': 'server-error',
  },
  move: 'submit-form',
  line: 'POST /consent',
  to: 'authorization-server',
  phase: 'decide',
  usually: 'redirect-to-client',
  human: 'decides',
  cites: ['rfc6749-4.1.1', 'rfc6749-3.3'],
}

export const callback: Move = {
  ...throughBrowser,
  step: 'callback',
  answer: 'callback-answer',
  answers: { 'app-page': 'callback-page', 'error-page': 'app-error' },
  move: 'follow-redirect',
  line: 'GET /callback',
  to: 'client',
  phase: 'return',
  usually: 'redirect-to-client',
  cites: ['rfc6749-4.1.2', 'rfc6749-10.12', 'rfc9207-2.4'],
}

export const tokenRequest: Move = {
  ...toTokenEndpoint,
  step: 'token-request',
  answer: 'token-response',
  answers: { refusal: 'token-refused' },
  move: 'token-request',
  phase: 'redeem',
  usually: 'tokens',
  cites: ['rfc6749-4.1.3', 'rfc6749-3.2.1', 'rfc7636-4.5'],
}

export const resourceRequest: Move = {
  step: 'resource-request',
  answer: 'resource-response',
  answers: { refusal: 'access-refused' },
  move: 'resource-request',
  line: 'GET /photos',
  from: 'client',
  to: 'resource-server',
  channel: 'back',
  phase: 'use',
  usually: 'resource',
  cites: ['rfc6749-7', 'rfc6750-2.1'],
  children: [
    {
      path: '/introspect',
      step: 'introspection-request',
      answer: 'introspection-response',
      cites: ['rfc7662-2.1'],
    },
    {
      path: '/jwks',
      step: 'key-set-request',
      answer: 'key-set-response',
      cites: ['rfc7517-5', 'rfc9068-4'],
    },
  ],
}

export const photosPage: Move = {
  ...throughBrowser,
  step: 'photos-page',
  answer: 'photos-shown',
  answers: { 'error-page': 'app-error' },
  move: 'open-page',
  line: 'GET /photos',
  to: 'client',
  phase: 'use',
  usually: 'app-page',
  cites: ['rfc6749-4.1', 'rfc9700-4.2.4'],
}

export const refreshRequest: Move = {
  ...toTokenEndpoint,
  step: 'refresh-request',
  answer: 'refresh-response',
  answers: { refusal: 'refresh-refused' },
  move: 'refresh-request',
  phase: 'renew',
  usually: 'tokens',
  cites: ['rfc6749-6', 'rfc6749-1.5'],
}

export const revocationRequest: Move = {
  step: 'revocation-request',
  answer: 'revocation-response',
  answers: { refusal: 'revocation-refused' },
  move: 'revocation-request',
  line: 'POST /revoke',
  from: 'client',
  to: 'authorization-server',
  channel: 'back',
  phase: 'revoke',
  usually: 'confirmation',
  cites: ['rfc7009-2.1'],
}
