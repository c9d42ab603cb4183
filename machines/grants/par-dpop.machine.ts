import { setup } from 'xstate'
import { done, move, refused, rest } from '../kit/builders'
import { exchangeMachine } from '../kit/exchange.machine'
import { arrived, beginning, decide, follow, type GrantTypes, letGo, passOn, typeCredentials } from '../kit/grant'
import * as moves from '../kit/moves'
import { proving } from '../kit/proving'
import { pushes } from '../kit/pushing'
import { userDecides } from '../kit/user-decides'
import * as hardened from './par-dpop.moves'

const byPhotoEditor = { application: 'photo-editor' }

/**
 * The authorization code grant, hardened: the request is pushed (RFC 9126), the tokens are bound to a key (RFC 9449).
 * Each server asks for its nonce once: the same request then goes again, with a new proof.
 */
export const parDpopMachine = setup({
  types: {} as GrantTypes,
  actors: { exchange: exchangeMachine },
  guards: { arrived },
  actions: { decide, follow, letGo, passOn, typeCredentials },
}).createMachine({
  id: 'par-dpop',
  context: beginning,
  initial: 'beforeStart',
  states: {
    // Ask for access
    beforeStart: rest('Alice has not opened the app yet', { 'learner.next': 'openingApp' }),
    openingApp: move(hardened.openApp, {
      input: { page: 'client-login' },
      arrivals: { 'redirect-to-client': 'requestReady', nothing: 'beforeStart' },
      otherwise: 'stoppedAtApp',
    }),
    ...pushes(byPhotoEditor),
    sentToServer: rest('The browser is told to go to the auth server', { 'learner.next': 'requestingAuthorization' }),
    requestingAuthorization: move(hardened.authorizationRequest, {
      arrivals: {
        'login-page': 'atLoginPage',
        'consent-page': 'atConsentPage',
        'redirect-to-client': 'sentBack',
        nothing: 'sentToServer',
      },
      otherwise: 'stoppedAtServer',
    }),

    // Let the user decide
    ...userDecides,

    // Bring the answer back
    sentBack: rest('The browser is told to go back to the app', { 'learner.next': 'returningToApp' }),
    returningToApp: move(moves.callback, {
      arrivals: { 'redirect-to-client': 'holdingCode', 'app-page': 'holdingCode', nothing: 'sentBack' },
      otherwise: 'stoppedAtApp',
    }),

    // Trade the code for tokens
    holdingCode: rest('The app holds the code', { 'learner.next': 'redeemingCode' }),
    ...proving({
      states: ['redeemingCode', 'askedForNonce', 'redeemingWithNonce'],
      title: 'The auth server wants its nonce in the proof',
      moves: [hardened.tokenRequest, hardened.tokenRetry],
      input: byPhotoEditor,
      arrivals: { tokens: 'holdingTokens', nothing: 'holdingCode' },
      otherwise: 'codeRefused',
    }),
    codeRefused: refused('The code was refused', { 'learner.signInAgain': 'openingApp' }),

    // Use the access
    holdingTokens: rest('The app holds tokens bound to its key', { 'learner.next': 'callingApi' }),
    ...proving({
      states: ['callingApi', 'askedByApi', 'callingWithNonce'],
      title: 'The API wants its nonce in the proof',
      moves: [hardened.resourceRequest, hardened.resourceRetry],
      input: byPhotoEditor,
      arrivals: { resource: 'holdingPhotos', nothing: 'holdingTokens' },
      otherwise: 'accessRefused',
    }),
    accessRefused: refused('The API refused the token', {
      'learner.next': 'refreshing',
      'learner.refresh': 'refreshing',
      'learner.signInAgain': 'openingApp',
    }),
    holdingPhotos: rest('The app has the photos', { 'learner.next': 'showingPhotos' }),
    showingPhotos: move(moves.photosPage, {
      input: { page: 'client-photos' },
      arrivals: { 'app-page': 'photosShown', nothing: 'holdingPhotos' },
      otherwise: 'stoppedAtApp',
    }),
    photosShown: done('Alice sees her photos in the app', {
      'learner.stealAsBearer': 'stealing',
      'learner.stealWithKey': 'stealingWithKey',
      'learner.callApi': 'callingApi',
      'learner.refresh': 'refreshing',
      'learner.revoke': 'revoking',
      'learner.signInAgain': 'openingApp',
    }),

    // A thief copied the token
    stealing: move(hardened.theftAsBearer, {
      arrivals: { refusal: 'thiefRefused', nothing: 'photosShown' },
      otherwise: 'thiefServed',
    }),
    stealingWithKey: move(hardened.theftWithOtherKey, {
      arrivals: { refusal: 'thiefRefused', nothing: 'photosShown' },
      otherwise: 'thiefServed',
    }),
    thiefRefused: refused('The thief gets nothing', {
      'learner.next': 'callingApi',
      'learner.stealAsBearer': 'stealing',
      'learner.stealWithKey': 'stealingWithKey',
      'learner.callApi': 'callingApi',
    }),
    thiefServed: rest('The thief has the photos', {
      'learner.next': 'callingApi',
      'learner.revoke': 'revoking',
    }),

    // Renew without the user
    ...proving({
      states: ['refreshing', 'askedAtRefresh', 'refreshingWithNonce'],
      title: 'The auth server wants a new nonce in the proof',
      moves: [hardened.refreshRequest, hardened.refreshRetry],
      input: byPhotoEditor,
      arrivals: { tokens: 'tokensRenewed', nothing: 'refreshLost' },
      otherwise: 'refreshRefused',
    }),
    tokensRenewed: rest('The app holds fresh tokens', {
      'learner.next': 'callingApi',
      'learner.callApi': 'callingApi',
      'learner.refresh': 'refreshing',
      'learner.revoke': 'revoking',
    }),
    refreshLost: rest('The refresh was lost on the way', { 'learner.next': 'refreshing' }),
    refreshRefused: refused('The refresh token was refused', { 'learner.signInAgain': 'openingApp' }),

    // End the access
    revoking: move(moves.revocationRequest, {
      input: byPhotoEditor,
      arrivals: { confirmation: 'accessEnded', nothing: 'revocationLost' },
      otherwise: 'revocationRefused',
    }),
    accessEnded: done('The tokens are revoked', {
      'learner.callApi': 'callingApi',
      'learner.refresh': 'refreshing',
      'learner.signInAgain': 'openingApp',
    }),
    revocationLost: rest('The revocation was lost on the way', { 'learner.next': 'revoking' }),
    revocationRefused: refused('The revocation was refused', {
      'learner.revoke': 'revoking',
      'learner.signInAgain': 'openingApp',
    }),

    // Stopped before there was anything to redeem
    stoppedAtServer: refused('The auth server shows an error', { 'learner.signInAgain': 'openingApp' }),
    stoppedAtApp: refused('The app shows an error', { 'learner.signInAgain': 'openingApp' }),
  },
})
