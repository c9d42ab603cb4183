import { setup } from 'xstate'
import { done, move, refused, rest } from '../kit/builders'
import { exchangeMachine } from '../kit/exchange.machine'
import { arrived, beginning, decide, follow, type GrantTypes, letGo, passOn, typeCredentials } from '../kit/grant'
import * as moves from '../kit/moves'
import { userDecides } from '../kit/user-decides'

const byPhotoEditor = { application: 'photo-editor' }

/** RFC 6749, section 4.1: from the link in the app to the photos, and what can be done with the tokens afterwards. */
export const authorizationCodeMachine = setup({
  types: {} as GrantTypes,
  actors: { exchange: exchangeMachine },
  guards: { arrived },
  actions: { decide, follow, letGo, passOn, typeCredentials },
}).createMachine({
  id: 'authorization-code',
  context: beginning,
  initial: 'beforeStart',
  states: {
    // Ask for access
    beforeStart: rest('Alice has not opened the app yet', { 'learner.next': 'openingApp' }),
    openingApp: move(moves.openApp, {
      input: { page: 'client-login' },
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
    redeemingCode: move(moves.tokenRequest, {
      input: byPhotoEditor,
      arrivals: { tokens: 'holdingTokens', nothing: 'holdingCode' },
      otherwise: 'codeRefused',
    }),
    codeRefused: refused('The code was refused', { 'learner.signInAgain': 'openingApp' }),

    // Use the access
    holdingTokens: rest('The app holds the tokens', { 'learner.next': 'callingApi' }),
    callingApi: move(moves.resourceRequest, {
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
      'learner.callApi': 'callingApi',
      'learner.refresh': 'refreshing',
      'learner.revoke': 'revoking',
      'learner.signInAgain': 'openingApp',
    }),

    // Renew without the user
    refreshing: move(moves.refreshRequest, {
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
      'learner.next': 'callingApi',
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
