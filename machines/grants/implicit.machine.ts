import { setup } from 'xstate'
import * as browserApp from '../kit/browser-app-moves'
import { consentForm, done, move, refused, rest } from '../kit/builders'
import { exchangeMachine } from '../kit/exchange.machine'
import { arrived, beginning, decide, follow, type GrantTypes, letGo, passOn, typeCredentials } from '../kit/grant'
import * as moves from '../kit/moves'
import { userDecides } from '../kit/user-decides'

/** RFC 6749, section 4.2: the access token comes back in the redirect itself. Legacy; refused by OAuth 2.1. */
export const implicitMachine = setup({
  types: {} as GrantTypes,
  actors: { exchange: exchangeMachine },
  guards: { arrived },
  actions: { decide, follow, letGo, passOn, typeCredentials },
}).createMachine({
  id: 'implicit',
  context: beginning,
  initial: 'beforeStart',
  states: {
    // Load the app and ask for access
    beforeStart: rest('Alice has not opened the app yet', { 'learner.next': 'openingApp' }),
    openingApp: move(browserApp.openApp, {
      input: { page: 'browser-app' },
      arrivals: { 'app-page': 'pageLoaded', nothing: 'beforeStart' },
      otherwise: 'stoppedAtApp',
    }),
    pageLoaded: rest('The page is there, its script is not', { 'learner.next': 'loadingScript' }),
    loadingScript: move(browserApp.scriptRequest, {
      arrivals: { script: 'scriptRunning', nothing: 'pageLoaded' },
      otherwise: 'stoppedAtApp',
    }),
    scriptRunning: rest('The script runs in the page', { 'learner.next': 'requestingAuthorization' }),
    requestingAuthorization: move(
      { ...browserApp.authorizationRequest, cites: ['rfc6749-4.2.1', 'rfc9700-2.1.2'] },
      {
        arrivals: {
          'login-page': 'atLoginPage',
          'consent-page': 'atConsentPage',
          'redirect-to-client': 'sentBack',
          nothing: 'scriptRunning',
        },
        otherwise: 'stoppedAtServer',
      },
    ),

    // Let the user decide
    ...userDecides,
    decidingConsent: move(
      { ...moves.consentDecision, cites: ['rfc6749-4.2.1', 'rfc6749-3.3'] },
      {
        input: consentForm,
        arrivals: { 'redirect-to-client': 'sentBack', 'consent-page': 'atConsentPage', nothing: 'atConsentPage' },
        otherwise: 'stoppedAtServer',
      },
    ),

    // Bring the answer back
    sentBack: rest('The browser is told to go back to the page', { 'learner.next': 'returningToApp' }),
    returningToApp: move(
      { ...browserApp.callback, cites: ['rfc6749-4.2.2', 'rfc6749-10.12', 'rfc9700-4.3.2'] },
      {
        arrivals: { 'app-page': 'tokenInAddress', nothing: 'sentBack' },
        otherwise: 'stoppedAtApp',
      },
    ),

    // Use the access
    tokenInAddress: rest('The access token stands in the address bar', { 'learner.next': 'askingPermission' }),
    askingPermission: move(browserApp.preflightRequest, {
      arrivals: { confirmation: 'allowedToCall', nothing: 'preflightLost' },
      otherwise: 'callForbidden',
    }),
    preflightLost: rest('The question was lost on the way', { 'learner.next': 'askingPermission' }),
    allowedToCall: rest('The page may call the API', { 'learner.next': 'callingApi' }),
    callForbidden: refused('The browser does not let the page call the API', {
      'learner.callApi': 'askingPermission',
    }),
    callingApi: move(browserApp.resourceRequest, {
      arrivals: { resource: 'photosShown', nothing: 'allowedToCall' },
      otherwise: 'accessRefused',
    }),
    accessRefused: refused('The API refused the token, and nothing can renew it', {
      'learner.signInAgain': 'requestingAuthorization',
    }),
    photosShown: done('Alice sees her photos in the page', {
      'learner.callApi': 'askingPermission',
      'learner.revoke': 'revoking',
    }),

    // End the access
    revoking: move(browserApp.revocationRequest, {
      arrivals: { confirmation: 'accessEnded', nothing: 'revocationLost' },
      otherwise: 'revocationRefused',
    }),
    accessEnded: done('The token is revoked and forgotten', { 'learner.signInAgain': 'requestingAuthorization' }),
    revocationLost: rest('The revocation was lost on the way', { 'learner.next': 'revoking' }),
    revocationRefused: refused('The revocation was refused', { 'learner.signInAgain': 'requestingAuthorization' }),

    // Stopped before there was a token
    stoppedAtServer: refused('The auth server shows an error', { 'learner.signInAgain': 'openingApp' }),
    stoppedAtApp: refused('The page shows an error', { 'learner.signInAgain': 'openingApp' }),
  },
})
