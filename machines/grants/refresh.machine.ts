import { setup } from 'xstate'
import { done, move, refused, rest } from '../kit/builders'
import { exchangeMachine } from '../kit/exchange.machine'
import { arrived, beginning, decide, follow, type GrantTypes, letGo, passOn, typeCredentials } from '../kit/grant'
import type { MoveMeta } from '../kit/meta'
import * as moves from '../kit/moves'
import { userDecides } from '../kit/user-decides'

type Move = Omit<MoveMeta, 'kind'>

const byPhotoEditor = { application: 'photo-editor' }

/** Alice is known here and has agreed before, so the auth server usually has nothing to ask. */
const authorizationRequest: Move = {
  ...moves.authorizationRequest,
  answer: 'authorization-response',
  answers: {
    'login-page': 'login-page',
    'consent-page': 'consent-page',
    'error-redirect': 'authorization-error',
    'error-page': 'server-error',
  },
  usually: 'redirect-to-client',
}

const expiredCall: Move = {
  ...moves.resourceRequest,
  step: 'expired-call',
  answer: 'token-expired',
  answers: { resource: 'resource-response' },
  answerLine: '401 invalid_token',
  usually: 'refusal',
  cites: ['rfc6750-3.1', 'rfc6749-1.5'],
}

const stolenRefresh: Move = {
  from: 'attacker',
  to: 'authorization-server',
  channel: 'back',
  step: 'stolen-refresh',
  answer: 'reuse-detected',
  answers: { tokens: 'thief-served' },
  move: 'stolen-refresh-request',
  line: 'POST /token',
  answerLine: '400 invalid_grant',
  phase: 'renew',
  usually: 'refusal',
  cites: ['rfc9700-4.14.2', 'rfc6749-10.4'],
}

const refreshAfterTheft: Move = {
  ...moves.refreshRequest,
  step: 'refresh-after-theft',
  answer: 'locked-out',
  answers: { tokens: 'nobody-noticed' },
  answerLine: '400 invalid_grant',
  usually: 'refusal',
  cites: ['rfc6749-6', 'rfc9700-4.14.2'],
}

/** RFC 6749, section 6: an app that holds tokens meets their expiry, renews them, and meets somebody who stole one. */
export const refreshMachine = setup({
  types: {} as GrantTypes,
  actors: { exchange: exchangeMachine },
  guards: { arrived },
  actions: { decide, follow, letGo, passOn, typeCredentials },
}).createMachine({
  id: 'refresh',
  context: beginning,
  initial: 'holdingTokens',
  states: {
    // The access token expires
    holdingTokens: rest('The app holds tokens from an earlier sign-in', {
      'learner.next': 'callingAfterExpiry',
      'learner.letExpire': 'callingAfterExpiry',
      'learner.refresh': 'refreshing',
    }),
    callingAfterExpiry: move(expiredCall, {
      input: { ...byPhotoEditor, wait: true },
      arrivals: { resource: 'holdingTokens', nothing: 'callLost' },
      otherwise: 'accessRefused',
    }),
    callLost: rest('The call was lost on the way', { 'learner.next': 'callingAfterExpiry' }),
    accessRefused: refused('The API refused the access token', {
      'learner.next': 'refreshing',
      'learner.refresh': 'refreshing',
      'learner.signInAgain': 'openingApp',
    }),

    // Renew without the user
    refreshing: move(moves.refreshRequest, {
      input: byPhotoEditor,
      arrivals: { tokens: 'tokensRenewed', nothing: 'refreshLost' },
      otherwise: 'refreshRefused',
    }),
    refreshLost: rest('The refresh was lost on the way', { 'learner.next': 'refreshing' }),
    refreshRefused: refused('The refresh token was refused', { 'learner.signInAgain': 'openingApp' }),
    tokensRenewed: rest('The app holds a fresh access token', {
      'learner.next': 'callingAgain',
      'learner.refresh': 'refreshing',
      'learner.steal': 'presentingStolen',
    }),
    callingAgain: move(moves.resourceRequest, {
      input: byPhotoEditor,
      arrivals: { resource: 'accessRenewed', nothing: 'tokensRenewed' },
      otherwise: 'accessRefused',
    }),
    accessRenewed: rest('The app is served again, without Alice', {
      'learner.next': 'presentingStolen',
      'learner.letExpire': 'callingAfterExpiry',
      'learner.refresh': 'refreshing',
      'learner.steal': 'presentingStolen',
    }),

    // Somebody stole the refresh token
    presentingStolen: move(stolenRefresh, {
      arrivals: { tokens: 'thiefServed', nothing: 'accessRenewed' },
      otherwise: 'theftNoticed',
    }),
    theftNoticed: refused('The stolen token was refused, and its family revoked', {
      'learner.next': 'refreshingAfterTheft',
      'learner.signInAgain': 'openingApp',
    }),
    thiefServed: rest('The thief holds a working access token', { 'learner.next': 'refreshingAfterTheft' }),
    refreshingAfterTheft: move(refreshAfterTheft, {
      input: byPhotoEditor,
      arrivals: { tokens: 'nobodyNoticed', nothing: 'secondRefreshLost' },
      otherwise: 'lockedOut',
    }),
    secondRefreshLost: rest('The refresh was lost on the way', { 'learner.next': 'refreshingAfterTheft' }),
    nobodyNoticed: done('App and thief share one token, unnoticed', {
      'learner.steal': 'presentingStolen',
      'learner.revoke': 'revoking',
      'learner.signInAgain': 'openingApp',
    }),
    lockedOut: refused('The app is locked out as well', {
      'learner.next': 'openingApp',
      'learner.signInAgain': 'openingApp',
    }),

    // Alice signs in again
    openingApp: move(moves.openApp, {
      input: { page: 'client-login' },
      arrivals: { 'redirect-to-server': 'sentToServer', nothing: 'signInLost' },
      otherwise: 'stoppedAtApp',
    }),
    signInLost: rest('The app did not hear that Alice came back', { 'learner.next': 'openingApp' }),
    sentToServer: rest('The browser is told to go to the auth server', { 'learner.next': 'requestingAuthorization' }),
    requestingAuthorization: move(authorizationRequest, {
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
    holdingCode: rest('The app holds a new code', { 'learner.next': 'redeemingCode' }),
    redeemingCode: move(moves.tokenRequest, {
      input: byPhotoEditor,
      arrivals: { tokens: 'holdingNewTokens', nothing: 'holdingCode' },
      otherwise: 'codeRefused',
    }),
    codeRefused: refused('The code was refused', { 'learner.signInAgain': 'openingApp' }),
    holdingNewTokens: rest('The app holds tokens of a new family', { 'learner.next': 'callingApi' }),
    callingApi: move(moves.resourceRequest, {
      input: byPhotoEditor,
      arrivals: { resource: 'holdingPhotos', nothing: 'holdingNewTokens' },
      otherwise: 'accessRefused',
    }),
    holdingPhotos: rest('The app has the photos', { 'learner.next': 'showingPhotos' }),
    showingPhotos: move(moves.photosPage, {
      input: { page: 'client-photos' },
      arrivals: { 'app-page': 'photosShown', nothing: 'holdingPhotos' },
      otherwise: 'stoppedAtApp',
    }),
    photosShown: done('Alice sees her photos in the app again', {
      'learner.letExpire': 'callingAfterExpiry',
      'learner.refresh': 'refreshing',
      'learner.revoke': 'revoking',
      'learner.signInAgain': 'openingApp',
    }),

    // End the access
    revoking: move(moves.revocationRequest, {
      input: byPhotoEditor,
      arrivals: { confirmation: 'accessEnded', nothing: 'revocationLost' },
      otherwise: 'revocationRefused',
    }),
    accessEnded: done('The tokens are revoked, whoever holds them', {
      'learner.refresh': 'refreshing',
      'learner.signInAgain': 'openingApp',
    }),
    revocationLost: rest('The revocation was lost on the way', { 'learner.next': 'revoking' }),
    revocationRefused: refused('The revocation was refused', {
      'learner.revoke': 'revoking',
      'learner.signInAgain': 'openingApp',
    }),

    stoppedAtServer: refused('The auth server shows an error', { 'learner.signInAgain': 'openingApp' }),
    stoppedAtApp: refused('The app shows an error', { 'learner.signInAgain': 'openingApp' }),
  },
})
