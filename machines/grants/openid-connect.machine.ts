import { setup } from 'xstate'
import { done, move, refused, rest } from '../kit/builders'
import { exchangeMachine } from '../kit/exchange.machine'
import { arrived, beginning, decide, follow, type GrantTypes, letGo, passOn, typeCredentials } from '../kit/grant'
import * as moves from '../kit/moves'
import { proving } from '../kit/proving'
import { pushes } from '../kit/pushing'
import { userDecides } from '../kit/user-decides'
import * as login from './openid-connect.moves'

const byPhotoEditor = { application: 'photo-editor' }

/** OpenID Connect Core, section 3.1: the authorization code grant, and with it the answer to the question who signed in. */
export const openIdConnectMachine = setup({
  types: {} as GrantTypes,
  actors: { exchange: exchangeMachine },
  guards: { arrived },
  actions: { decide, follow, letGo, passOn, typeCredentials },
}).createMachine({
  id: 'openid-connect',
  context: beginning,
  initial: 'beforeStart',
  states: {
    // Ask for access
    beforeStart: rest('Alice has not opened the app yet', { 'learner.next': 'openingApp' }),
    openingApp: move(login.openApp, {
      input: { page: 'client-login' },
      arrivals: { 'redirect-to-server': 'sentToServer', 'redirect-to-client': 'requestReady', nothing: 'beforeStart' },
      otherwise: 'stoppedAtApp',
    }),
    ...pushes(byPhotoEditor),
    sentToServer: rest('The browser is told to go to the auth server', { 'learner.next': 'requestingAuthorization' }),
    requestingAuthorization: move(login.authorizationRequest, {
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
      moves: [login.tokenRequest, login.tokenRetry],
      input: byPhotoEditor,
      arrivals: { tokens: 'holdingTokens', nothing: 'holdingCode' },
      otherwise: 'codeRefused',
    }),
    codeRefused: refused('The code was refused', { 'learner.signInAgain': 'openingApp' }),

    // Learn who signed in
    holdingTokens: rest('The app holds three tokens', { 'learner.next': 'verifyingIdToken' }),
    verifyingIdToken: move(login.signingKeysRequest, {
      input: byPhotoEditor,
      arrivals: { keys: 'signedInAtApp', nothing: 'holdingTokens' },
      otherwise: 'idTokenRefused',
    }),
    idTokenRefused: refused('The app does not believe the ID token', { 'learner.signInAgain': 'openingApp' }),
    signedInAtApp: rest('Alice is signed in at the app', { 'learner.next': 'askingUserInfo' }),
    askingUserInfo: move(login.userinfoRequest, {
      input: byPhotoEditor,
      arrivals: { claims: 'holdingProfile', 'nonce-demanded': 'signedInAtApp', nothing: 'signedInAtApp' },
      otherwise: 'userInfoRefused',
    }),
    userInfoRefused: refused('The auth server tells nothing about her', {
      'learner.callApi': 'callingApi',
      'learner.signInAgain': 'openingApp',
    }),
    holdingProfile: rest('The app knows her profile', { 'learner.next': 'callingApi' }),

    // Use the access
    ...proving({
      states: ['callingApi', 'askedByApi', 'callingWithNonce'],
      title: 'The API wants its nonce in the proof',
      moves: [login.resourceRequest, login.resourceRetry],
      input: byPhotoEditor,
      arrivals: { resource: 'holdingPhotos', nothing: 'holdingProfile' },
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
    photosShown: done('The app greets Alice and shows her photos', {
      'learner.callApi': 'callingApi',
      'learner.refresh': 'refreshing',
      'learner.revoke': 'revoking',
      'learner.presentAccessToken': 'presentingAccessToken',
      'learner.signInAgain': 'openingApp',
    }),

    // Take an access token for a login
    presentingAccessToken: move(login.accessTokenLogin, {
      arrivals: { refusal: 'loginRefused', confirmation: 'loginAccepted', nothing: 'loginLost' },
      otherwise: 'loginRefused',
    }),
    loginRefused: refused('The access token signs nobody in', {
      'learner.callApi': 'callingApi',
      'learner.presentAccessToken': 'presentingAccessToken',
      'learner.signInAgain': 'openingApp',
    }),
    loginAccepted: rest('A stranger is signed in as Alice', {
      'learner.presentAccessToken': 'presentingAccessToken',
      'learner.signInAgain': 'openingApp',
    }),
    loginLost: rest('The login was lost on the way', { 'learner.next': 'presentingAccessToken' }),

    // Renew without the user
    ...proving({
      states: ['refreshing', 'askedAtRefresh', 'refreshingWithNonce'],
      title: 'The auth server wants a new nonce in the proof',
      moves: [login.refreshRequest, login.refreshRetry],
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
