import { setup } from 'xstate'
import { done, move, refused, rest } from '../kit/builders'
import { exchangeMachine } from '../kit/exchange.machine'
import { arrived, beginning, decide, follow, type GrantTypes, letGo, passOn, typeCredentials } from '../kit/grant'
import * as moves from '../kit/moves'
import * as services from '../kit/service-moves'
import { userDecides } from '../kit/user-decides'

const byPhotoEditor = { application: 'photo-editor' }

/** What can be tried once the print shop has acted for Alice. */
const afterwards = {
  'learner.exchangeAgain': 'exchanging',
  'learner.askMore': 'askingMore',
  'learner.askElsewhere': 'askingElsewhere',
  'learner.strayToken': 'exchangingStray',
  'learner.publicApp': 'exchangingAsPublic',
  'learner.revoke': 'revoking',
  'learner.signInAgain': 'openingApp',
} as const

/** RFC 8693: Alice's app calls a service with a token made for it, and the service gets one of its own for the next API. */
export const tokenExchangeMachine = setup({
  types: {} as GrantTypes,
  actors: { exchange: exchangeMachine },
  guards: { arrived },
  actions: { decide, follow, letGo, passOn, typeCredentials },
}).createMachine({
  id: 'token-exchange',
  context: beginning,
  initial: 'beforeStart',
  states: {
    // Alice allows the app to order prints: the authorization code grant, with the print shop as resource
    beforeStart: rest('Alice has not ordered prints yet', { 'learner.next': 'openingApp' }),
    openingApp: move(services.openAppForPrints, {
      input: { page: 'client-login-prints' },
      arrivals: { 'redirect-to-server': 'sentToServer', nothing: 'beforeStart' },
      otherwise: 'stoppedAtApp',
    }),
    sentToServer: rest('The browser is told to go to the auth server', { 'learner.next': 'requestingAuthorization' }),
    requestingAuthorization: move(moves.authorizationRequest, {
      arrivals: {
        'login-page': 'atLoginPage',
        'consent-page': 'atConsentPage',
        'redirect-to-client': 'sentBack',
        nothing: 'sentToServer',
      },
      otherwise: 'stoppedAtServer',
    }),
    ...userDecides,
    sentBack: rest('The browser is told to go back to the app', { 'learner.next': 'returningToApp' }),
    returningToApp: move(moves.callback, {
      arrivals: { 'redirect-to-client': 'holdingCode', 'app-page': 'holdingCode', nothing: 'sentBack' },
      otherwise: 'stoppedAtApp',
    }),
    holdingCode: rest('The app holds the code', { 'learner.next': 'redeemingCode' }),
    redeemingCode: move(moves.tokenRequest, {
      input: byPhotoEditor,
      arrivals: { tokens: 'holdingTokens', nothing: 'holdingCode' },
      otherwise: 'codeRefused',
    }),
    codeRefused: refused('The code was refused', { 'learner.signInAgain': 'openingApp' }),

    // The app calls the print shop
    holdingTokens: rest('The app holds a token for the print shop', { 'learner.next': 'ordering' }),
    ordering: move(services.orderRequest, {
      input: byPhotoEditor,
      arrivals: { confirmation: 'orderTaken', nothing: 'holdingTokens' },
      otherwise: 'orderRefused',
    }),
    orderRefused: refused('The print shop refused the order', { 'learner.signInAgain': 'openingApp' }),

    // The print shop exchanges Alice's token for one of its own
    orderTaken: rest('The print shop holds a token made for it', { 'learner.next': 'exchanging' }),
    exchanging: move(services.exchangeRequest, {
      arrivals: { tokens: 'actingForAlice', nothing: 'orderTaken' },
      otherwise: 'exchangeRefused',
    }),
    exchangeRefused: refused('The exchange was refused', afterwards),

    // It calls the drive, in Alice's name and as itself
    actingForAlice: rest('The print shop holds a token for the drive', { 'learner.next': 'fetchingPhotos' }),
    fetchingPhotos: move(services.printPhotosRequest, {
      arrivals: { resource: 'photosFetched', nothing: 'actingForAlice' },
      otherwise: 'accessRefused',
    }),
    accessRefused: refused('The drive refused the token', afterwards),
    photosFetched: rest('The print shop has the photos', { 'learner.next': 'showingPrints' }),
    showingPrints: move(services.printsPage, {
      input: { page: 'client-prints' },
      arrivals: { 'app-page': 'printsOrdered', nothing: 'photosFetched' },
      otherwise: 'stoppedAtApp',
    }),
    printsOrdered: done('Alice’s prints are ordered', afterwards),

    // Attempts to get more than that
    askingMore: move(services.widerExchange, {
      arrivals: { tokens: 'escalated', nothing: 'printsOrdered' },
      otherwise: 'escalationRefused',
    }),
    askingElsewhere: move(services.elsewhereExchange, {
      arrivals: { tokens: 'escalated', nothing: 'printsOrdered' },
      otherwise: 'escalationRefused',
    }),
    exchangingStray: move(services.strayExchange, {
      arrivals: { tokens: 'escalated', nothing: 'printsOrdered' },
      otherwise: 'escalationRefused',
    }),
    exchangingAsPublic: move(services.publicExchange, {
      arrivals: { tokens: 'escalated', nothing: 'printsOrdered' },
      otherwise: 'escalationRefused',
    }),
    escalationRefused: refused('The auth server gave no more than was due', afterwards),
    escalated: rest('The auth server gave more than was due', afterwards),

    // End the access
    revoking: move(moves.revocationRequest, {
      input: byPhotoEditor,
      arrivals: { confirmation: 'accessEnded', nothing: 'printsOrdered' },
      otherwise: 'revocationRefused',
    }),
    accessEnded: done('The access is revoked', afterwards),
    revocationRefused: refused('The revocation was refused', afterwards),

    // Stopped before there was anything to redeem
    stoppedAtServer: refused('The auth server shows an error', { 'learner.signInAgain': 'openingApp' }),
    stoppedAtApp: refused('The app shows an error', { 'learner.signInAgain': 'openingApp' }),
  },
})
