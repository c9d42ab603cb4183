import { setup } from 'xstate'
import { done, move, refused, rest } from '../kit/builders'
import { exchangeMachine } from '../kit/exchange.machine'
import { arrived, beginning, follow, type GrantTypes, letGo, passOn } from '../kit/grant'
import type { MoveMeta } from '../kit/meta'
import * as moves from '../kit/moves'
import { proving, retryOf } from '../kit/proving'

const byNightlyBackup = { application: 'nightly-backup' }

const tokenRequest: Omit<MoveMeta, 'kind'> = {
  step: 'token-request',
  answer: 'token-response',
  answers: { refusal: 'token-refused', 'nonce-demanded': 'token-nonce' },
  retry: 'token-retry',
  move: 'client-credentials-request',
  line: 'POST /token',
  from: 'client',
  to: 'authorization-server',
  channel: 'back',
  phase: 'ask',
  usually: 'tokens',
  cites: ['rfc6749-4.4.2', 'rfc6749-2.3', 'rfc7523-2.2'],
}

const tokenRetry = retryOf(tokenRequest, ['rfc9449-8', 'rfc9449-5', 'rfc6749-4.4.2'])

const usageRequest: Omit<MoveMeta, 'kind'> = {
  ...moves.resourceRequest,
  step: 'usage-request',
  answer: 'usage-response',
  answers: { refusal: 'usage-refused', 'nonce-demanded': 'usage-nonce' },
  retry: 'usage-retry',
  move: 'usage-request',
  line: 'GET /usage',
  answerLine: '200 usage',
}

const usageRetry = retryOf(usageRequest, ['rfc9449-9', 'rfc9449-7'])

const photosRequest: Omit<MoveMeta, 'kind'> = {
  ...moves.resourceRequest,
  step: 'photos-request',
  answer: 'photos-refused',
  answers: { resource: 'photos-response', 'nonce-demanded': 'usage-nonce' },
  usually: 'refusal',
  answerLine: '403 insufficient_scope',
  cites: ['rfc6749-7', 'rfc9700-4.15'],
}

const afterwards = {
  'learner.callApi': 'callingUsage',
  'learner.askAgain': 'requestingToken',
  'learner.revoke': 'revoking',
} as const

/** RFC 6749, section 4.4: a service acts in its own name. There is no user, no browser and nothing to refresh. */
export const clientCredentialsMachine = setup({
  types: {} as GrantTypes,
  actors: { exchange: exchangeMachine },
  guards: { arrived },
  actions: { follow, letGo, passOn },
}).createMachine({
  id: 'client-credentials',
  context: beginning,
  initial: 'beforeAsking',
  states: {
    // Ask for access
    beforeAsking: rest('The backup job is about to ask for a token', { 'learner.next': 'requestingToken' }),
    ...proving({
      states: ['requestingToken', 'askedForNonce', 'requestingWithNonce'],
      title: 'The auth server wants its nonce in the proof',
      moves: [tokenRequest, tokenRetry],
      input: byNightlyBackup,
      arrivals: { tokens: 'holdingToken', nothing: 'beforeAsking' },
      otherwise: 'requestRefused',
    }),
    requestRefused: refused('The backup job got no token', {
      'learner.next': 'requestingToken',
      'learner.askAgain': 'requestingToken',
    }),

    // Use the access
    holdingToken: rest('The backup job holds a token', { 'learner.next': 'callingUsage' }),
    ...proving({
      states: ['callingUsage', 'askedByApi', 'callingWithNonce'],
      title: 'The API wants its nonce in the proof',
      moves: [usageRequest, usageRetry],
      input: byNightlyBackup,
      arrivals: { resource: 'holdingUsage', nothing: 'holdingToken' },
      otherwise: 'tokenRefused',
    }),
    tokenRefused: refused('The API refused the token', {
      'learner.next': 'requestingToken',
      'learner.askAgain': 'requestingToken',
    }),
    holdingUsage: rest('The backup job knows how full the drive is', { 'learner.next': 'askingForPhotos' }),
    askingForPhotos: move(photosRequest, {
      input: byNightlyBackup,
      // A nonce that has grown old in the meantime: the same request goes again.
      arrivals: { resource: 'photosGiven', 'nonce-demanded': 'holdingUsage', nothing: 'holdingUsage' },
      otherwise: 'photosDenied',
    }),
    photosDenied: done('Users’ photos stay closed to the backup job', afterwards),
    photosGiven: done('The API answered without asking whose token it is', afterwards),

    // End the access
    revoking: move(moves.revocationRequest, {
      input: byNightlyBackup,
      arrivals: { confirmation: 'tokenRevoked', nothing: 'revocationLost' },
      otherwise: 'revocationRefused',
    }),
    tokenRevoked: done('The token is revoked', {
      'learner.next': 'callingUsage',
      'learner.callApi': 'callingUsage',
      'learner.askAgain': 'requestingToken',
    }),
    revocationLost: rest('The revocation was lost on the way', { 'learner.next': 'revoking' }),
    revocationRefused: refused('The revocation was refused', {
      'learner.revoke': 'revoking',
      'learner.askAgain': 'requestingToken',
    }),
  },
})
