import type { MoveMeta } from './meta'
import { openApp, photosPage, resourceRequest } from './moves'
import { retryOf } from './proving'

/** What is said of the moves in which a service takes part: the print shop, or the HR directory. */
type Move = Omit<MoveMeta, 'kind'>

export const openAppForPrints: Move = { ...openApp, cites: [...openApp.cites, 'rfc8707-2'] }

export const orderRequest: Move = {
  step: 'order-request',
  answer: 'order-taken',
  answers: { refusal: 'order-refused' },
  move: 'order-request',
  line: 'POST /print/orders',
  from: 'client',
  to: 'service',
  channel: 'back',
  phase: 'use',
  usually: 'confirmation',
  cites: ['rfc6750-2.1', 'rfc9700-4.10.2'],
  children: [
    {
      path: '/introspect',
      step: 'introspection-request',
      answer: 'introspection-response',
      cites: ['rfc7662-2.1'],
    },
  ],
}

const fromService = {
  from: 'service',
  to: 'authorization-server',
  channel: 'back',
  line: 'POST /token',
  phase: 'exchange',
} as const

export const exchangeRequest: Move = {
  ...fromService,
  step: 'exchange-request',
  answer: 'exchange-response',
  answers: { refusal: 'exchange-refused' },
  move: 'exchange-request',
  usually: 'tokens',
  cites: ['rfc8693-2.1', 'rfc8693-1.1'],
}

export const widerExchange: Move = {
  ...fromService,
  step: 'wider-exchange',
  answer: 'wider-exchange-refused',
  move: 'wider-exchange-request',
  usually: 'refusal',
  cites: ['rfc8693-5', 'rfc8693-2.2.2'],
}

export const elsewhereExchange: Move = {
  ...fromService,
  step: 'elsewhere-exchange',
  answer: 'elsewhere-exchange-refused',
  answers: { tokens: 'elsewhere-exchange-granted' },
  move: 'elsewhere-exchange-request',
  usually: 'refusal',
  cites: ['rfc8693-2.2.2', 'rfc8707-2'],
}

export const strayExchange: Move = {
  ...fromService,
  step: 'stray-exchange',
  answer: 'stray-exchange-refused',
  answers: { tokens: 'stray-exchange-granted' },
  move: 'stray-exchange-request',
  usually: 'refusal',
  cites: ['rfc8693-5', 'rfc9700-4.10.2'],
}

export const publicExchange: Move = {
  ...fromService,
  step: 'public-exchange',
  answer: 'public-exchange-refused',
  move: 'public-exchange-request',
  usually: 'refusal',
  cites: ['rfc8693-2.1', 'rfc8693-5'],
}

/** The print shop, called by another application, fetches the photos. */
export const printPhotosRequest: Move = {
  ...resourceRequest,
  from: 'service',
  step: 'print-photos-request',
  answer: 'print-photos-response',
  move: 'print-photos-request',
}

/** The print shop fetches the photos on its own. */
export const staffPhotosRequest: Move = {
  ...resourceRequest,
  step: 'staff-photos-request',
  answer: 'staff-photos-response',
  answers: { refusal: 'access-refused', 'nonce-demanded': 'staff-photos-nonce' },
  retry: 'staff-photos-retry',
  move: 'staff-photos-request',
}

export const staffPhotosRetry = retryOf(staffPhotosRequest, ['rfc9449-9', 'rfc9449-7'])

export const printsPage: Move = { ...photosPage, step: 'prints-page', answer: 'prints-ordered', line: 'GET /prints' }

export const assertionRequest: Move = {
  step: 'assertion-request',
  answer: 'assertion-response',
  answers: { refusal: 'assertion-withheld' },
  move: 'assertion-request',
  line: 'POST /directory/assertions',
  from: 'client',
  to: 'service',
  channel: 'back',
  phase: 'ask',
  usually: 'confirmation',
  cites: ['rfc7521-3', 'rfc7523-3'],
}

const presented = {
  from: 'client',
  to: 'authorization-server',
  channel: 'back',
  line: 'POST /token',
  phase: 'exchange',
} as const

export const assertionGrant: Move = {
  ...presented,
  step: 'assertion-grant',
  answer: 'assertion-accepted',
  answers: { refusal: 'assertion-refused', 'nonce-demanded': 'assertion-nonce' },
  retry: 'assertion-retry',
  move: 'assertion-grant-request',
  usually: 'tokens',
  cites: ['rfc7523-2.1', 'rfc7521-4.1'],
}

export const assertionRetry = retryOf(assertionGrant, ['rfc9449-8', 'rfc9449-5', 'rfc7523-2.1'])

export const replayedAssertion: Move = {
  ...presented,
  step: 'replayed-assertion',
  answer: 'replayed-assertion-refused',
  answers: { tokens: 'replayed-assertion-granted', 'nonce-demanded': 'assertion-nonce' },
  move: 'replayed-assertion-request',
  usually: 'refusal',
  cites: ['rfc7523-3', 'rfc7521-8.2'],
}

export const selfMadeAssertion: Move = {
  ...presented,
  step: 'self-made-assertion',
  answer: 'self-made-assertion-refused',
  answers: { tokens: 'self-made-assertion-granted', 'nonce-demanded': 'assertion-nonce' },
  move: 'self-made-assertion-request',
  usually: 'refusal',
  cites: ['rfc7523-3', 'rfc8725-3.8'],
}

export const unsignedAssertion: Move = {
  ...presented,
  step: 'unsigned-assertion',
  answer: 'unsigned-assertion-refused',
  answers: { tokens: 'unsigned-assertion-granted', 'nonce-demanded': 'assertion-nonce' },
  move: 'unsigned-assertion-request',
  usually: 'refusal',
  cites: ['rfc8725-3.1', 'rfc7523-3'],
}
