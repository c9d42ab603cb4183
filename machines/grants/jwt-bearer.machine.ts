import { setup } from 'xstate'
import { done, move, refused, rest } from '../kit/builders'
import { exchangeMachine } from '../kit/exchange.machine'
import { arrived, beginning, follow, type GrantTypes, letGo, passOn } from '../kit/grant'
import { proving } from '../kit/proving'
import * as services from '../kit/service-moves'

/** What can be tried once the auth server has judged an assertion. */
const afterwards = {
  'learner.newAssertion': 'askingDirectory',
  'learner.replay': 'replaying',
  'learner.forge': 'presentingSelfMade',
  'learner.unsigned': 'presentingUnsigned',
} as const

/** RFC 7523: a service gets a token for Alice on the word of somebody the auth server trusts; she is not there. */
export const jwtBearerMachine = setup({
  types: {} as GrantTypes,
  actors: { exchange: exchangeMachine },
  guards: { arrived },
  actions: { follow, letGo, passOn },
}).createMachine({
  id: 'jwt-bearer',
  context: beginning,
  initial: 'beforeStart',
  states: {
    // Ask somebody whose word counts
    beforeStart: rest('The company has ordered prints of Alice’s photos', { 'learner.next': 'askingDirectory' }),
    askingDirectory: move(services.assertionRequest, {
      arrivals: { confirmation: 'holdingAssertion', nothing: 'beforeStart' },
      otherwise: 'assertionWithheld',
    }),
    assertionWithheld: refused('The directory said nothing about Alice', { 'learner.newAssertion': 'askingDirectory' }),

    // Trade that word for a token
    holdingAssertion: rest('The print shop holds an assertion', { 'learner.next': 'presenting' }),
    ...proving({
      states: ['presenting', 'askedForNonce', 'presentingWithNonce'],
      title: 'The auth server wants its nonce in the proof',
      moves: [services.assertionGrant, services.assertionRetry],
      arrivals: { tokens: 'holdingToken', nothing: 'holdingAssertion' },
      otherwise: 'assertionRefused',
    }),
    assertionRefused: refused('The assertion was refused', afterwards),

    // Use the access
    holdingToken: rest('The print shop holds a token for the drive', { 'learner.next': 'fetchingPhotos' }),
    ...proving({
      states: ['fetchingPhotos', 'askedByApi', 'fetchingWithNonce'],
      title: 'The drive wants its nonce in the proof',
      moves: [services.staffPhotosRequest, services.staffPhotosRetry],
      arrivals: { resource: 'photosFetched', nothing: 'holdingToken' },
      otherwise: 'accessRefused',
    }),
    accessRefused: refused('The drive refused the token', afterwards),
    photosFetched: done('The print shop has the photos', { 'learner.callApi': 'fetchingPhotos', ...afterwards }),

    // Assertions nobody should believe
    replaying: move(services.replayedAssertion, {
      arrivals: { tokens: 'believed', 'nonce-demanded': 'photosFetched', nothing: 'photosFetched' },
      otherwise: 'disbelieved',
    }),
    presentingSelfMade: move(services.selfMadeAssertion, {
      arrivals: { tokens: 'believed', 'nonce-demanded': 'photosFetched', nothing: 'photosFetched' },
      otherwise: 'disbelieved',
    }),
    presentingUnsigned: move(services.unsignedAssertion, {
      arrivals: { tokens: 'believed', 'nonce-demanded': 'photosFetched', nothing: 'photosFetched' },
      otherwise: 'disbelieved',
    }),
    disbelieved: refused('The auth server did not believe it', afterwards),
    believed: rest('The auth server believed it', afterwards),
  },
})
