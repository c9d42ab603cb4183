import type { MoveInput } from '@/lib/lab/contract'
import { move, refused, rest } from './builders'
import type { MoveMeta } from './meta'

const parRequest: Omit<MoveMeta, 'kind'> = {
  step: 'par-request',
  answer: 'par-response',
  answers: { refusal: 'par-refused' },
  move: 'par-request',
  line: 'POST /par',
  from: 'client',
  to: 'authorization-server',
  channel: 'back',
  phase: 'ask',
  usually: 'confirmation',
  cites: ['rfc9126-2.1', 'rfc9126-2', 'rfc9449-10.1'],
}

const referenceRequest: Omit<MoveMeta, 'kind'> = {
  step: 'reference-request',
  answer: 'reference-redirect',
  answers: { 'error-page': 'app-error' },
  move: 'follow-redirect',
  line: 'GET /connect',
  from: 'browser',
  to: 'client',
  channel: 'front',
  phase: 'ask',
  usually: 'redirect-to-server',
  cites: ['rfc9126-4'],
}

/**
 * The client pushes its request and the browser fetches the reference (RFC 9126): between `requestReady` and the
 * grant's own `sentToServer`. Spread into a grant's states, which have `openingApp` and `stoppedAtApp`.
 */
export function pushes(input: MoveInput) {
  return {
    requestReady: rest('The app has its request ready', { 'learner.next': 'pushingRequest' }),
    pushingRequest: move(parRequest, {
      input,
      arrivals: { confirmation: 'holdingReference', nothing: 'requestReady' },
      otherwise: 'pushRefused',
    }),
    pushRefused: refused('The pushed request was refused', { 'learner.signInAgain': 'openingApp' }),
    holdingReference: rest('The app holds a reference to its request', { 'learner.next': 'fetchingReference' }),
    fetchingReference: move(referenceRequest, {
      arrivals: { 'redirect-to-server': 'sentToServer', nothing: 'holdingReference' },
      otherwise: 'stoppedAtApp',
    }),
  } as const
}
