import { setup } from 'xstate'
import { done, loginForm, loginPage, move, refused, rest } from '../kit/builders'
import { exchangeMachine } from '../kit/exchange.machine'
import { arrived, beginning, follow, type GrantTypes, letGo, passOn, typeCredentials } from '../kit/grant'
import type { MoveMeta } from '../kit/meta'
import * as moves from '../kit/moves'

const byDesktopApp = { application: 'drive-desktop' }
const throughBrowser = { from: 'browser', to: 'client', channel: 'front' } as const

const openSignIn: Omit<MoveMeta, 'kind'> = {
  ...throughBrowser,
  step: 'open-app',
  answer: 'sign-in-page',
  answers: { 'error-page': 'app-error' },
  move: 'open-page',
  line: 'GET /desktop/',
  phase: 'ask',
  usually: 'login-page',
  human: 'opens the app',
  cites: ['rfc6749-4.3', 'rfc9700-2.4'],
}

const signInAtApp: Omit<MoveMeta, 'kind'> = {
  ...throughBrowser,
  step: 'sign-in-at-app',
  answer: 'password-taken',
  answers: { 'login-page': 'sign-in-page', 'error-page': 'app-error' },
  move: 'submit-form',
  line: 'POST /desktop/sign-in',
  phase: 'decide',
  usually: 'redirect-to-client',
  human: 'signs in',
  cites: ['rfc6749-4.3.1', 'rfc6749-10.7'],
}

const passwordRequest: Omit<MoveMeta, 'kind'> = {
  from: 'client',
  to: 'authorization-server',
  channel: 'back',
  step: 'password-request',
  answer: 'token-response',
  answers: { refusal: 'password-refused' },
  move: 'password-request',
  line: 'POST /token',
  phase: 'password',
  usually: 'tokens',
  cites: ['rfc6749-4.3.2', 'rfc6749-3.2.1'],
}

const photosPage: Omit<MoveMeta, 'kind'> = { ...moves.photosPage, line: 'GET /desktop/photos', cites: ['rfc6749-4.3'] }

/** After a refusal the app shows what became of signing in: its form again, or that it cannot. */
const outcomePage: Omit<MoveMeta, 'kind'> = {
  ...throughBrowser,
  step: 'outcome-page',
  answer: 'sign-in-page-again',
  answers: { 'error-page': 'app-error' },
  move: 'open-page',
  line: 'GET /desktop/photos',
  phase: 'decide',
  usually: 'login-page',
  cites: ['rfc6749-4.3.1', 'rfc6749-5.2'],
}

/** RFC 6749, section 4.3: the app takes the user's password and trades it for tokens. Legacy. */
export const passwordMachine = setup({
  types: {} as GrantTypes,
  actors: { exchange: exchangeMachine },
  guards: { arrived },
  actions: { follow, letGo, passOn, typeCredentials },
}).createMachine({
  id: 'password',
  context: beginning,
  initial: 'beforeStart',
  states: {
    // Ask for access
    beforeStart: rest('Alice has not opened the app yet', { 'learner.next': 'openingApp' }),
    openingApp: move(openSignIn, {
      input: { page: 'desktop-home' },
      arrivals: { 'login-page': 'atAppSignIn', nothing: 'beforeStart' },
      otherwise: 'stoppedAtApp',
    }),

    // Hand over the password
    atAppSignIn: loginPage('The app itself asks for the password', 'signingIn'),
    signingIn: move(signInAtApp, {
      input: loginForm,
      arrivals: { 'redirect-to-client': 'holdingPassword', 'login-page': 'atAppSignIn', nothing: 'atAppSignIn' },
      otherwise: 'stoppedAtApp',
    }),
    holdingPassword: rest('The app holds Alice’s password', { 'learner.next': 'sendingPassword' }),

    // Trade the password for tokens
    sendingPassword: move(passwordRequest, {
      input: byDesktopApp,
      arrivals: { tokens: 'holdingTokens', nothing: 'holdingPassword' },
      otherwise: 'passwordRefused',
    }),
    passwordRefused: refused('The auth server refused the request', {
      'learner.next': 'showingOutcome',
      'learner.signInAgain': 'openingApp',
    }),
    showingOutcome: move(outcomePage, {
      input: { page: 'desktop-photos' },
      arrivals: { 'login-page': 'atAppSignIn', nothing: 'passwordRefused' },
      otherwise: 'stoppedAtApp',
    }),

    // Use the access
    holdingTokens: rest('The app holds tokens', { 'learner.next': 'callingApi' }),
    callingApi: move(moves.resourceRequest, {
      input: byDesktopApp,
      arrivals: { resource: 'holdingPhotos', nothing: 'holdingTokens' },
      otherwise: 'accessRefused',
    }),
    accessRefused: refused('The API refused the token', {
      'learner.next': 'refreshing',
      'learner.refresh': 'refreshing',
      'learner.signInAgain': 'openingApp',
    }),
    holdingPhotos: rest('The app has the photos', { 'learner.next': 'showingPhotos' }),
    showingPhotos: move(photosPage, {
      input: { page: 'desktop-photos' },
      arrivals: { 'app-page': 'photosShown', nothing: 'holdingPhotos' },
      otherwise: 'stoppedAtApp',
    }),
    photosShown: done('Alice sees her photos in the app', {
      'learner.callApi': 'callingApi',
      'learner.refresh': 'refreshing',
      'learner.revoke': 'revoking',
      'learner.signInAgain': 'openingApp',
    }),

    // Renew without the password
    refreshing: move(moves.refreshRequest, {
      input: byDesktopApp,
      arrivals: { tokens: 'tokensRenewed', nothing: 'refreshLost' },
      otherwise: 'refreshRefused',
    }),
    tokensRenewed: rest('The app holds fresh tokens', {
      'learner.next': 'callingApi',
      'learner.refresh': 'refreshing',
      'learner.revoke': 'revoking',
    }),
    refreshLost: rest('The refresh was lost on the way', { 'learner.next': 'refreshing' }),
    refreshRefused: refused('The refresh token was refused', { 'learner.signInAgain': 'openingApp' }),

    // End the access
    revoking: move(moves.revocationRequest, {
      input: byDesktopApp,
      arrivals: { confirmation: 'accessEnded', nothing: 'revocationLost' },
      otherwise: 'revocationRefused',
    }),
    accessEnded: done('The tokens are revoked, the password is not', {
      'learner.callApi': 'callingApi',
      'learner.refresh': 'refreshing',
      'learner.signInAgain': 'openingApp',
    }),
    revocationLost: rest('The revocation was lost on the way', { 'learner.next': 'revoking' }),
    revocationRefused: refused('The revocation was refused', {
      'learner.revoke': 'revoking',
      'learner.signInAgain': 'openingApp',
    }),

    stoppedAtApp: refused('The app shows an error', { 'learner.signInAgain': 'openingApp' }),
  },
})
