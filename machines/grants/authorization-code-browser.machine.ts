import { setup } from 'xstate'
import * as browserApp from '../kit/browser-app-moves'
import { done, move, refused, rest } from '../kit/builders'
import { exchangeMachine } from '../kit/exchange.machine'
import { arrived, beginning, decide, follow, type GrantTypes, letGo, passOn, typeCredentials } from '../kit/grant'
import { userDecides } from '../kit/user-decides'

/** RFC 6749, section 4.1 with RFC 7636, by an application that is a script in a page (RFC 10017, section 6.3). */
export const authorizationCodeBrowserMachine = setup({
  types: {} as GrantTypes,
  actors: { exchange: exchangeMachine },
  guards: { arrived },
  actions: { decide, follow, letGo, passOn, typeCredentials },
}).createMachine({
  id: 'authorization-code-browser',
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
    requestingAuthorization: move(browserApp.authorizationRequest, {
      arrivals: {
        'login-page': 'atLoginPage',
        'consent-page': 'atConsentPage',
        'redirect-to-client': 'sentBack',
        nothing: 'scriptRunning',
      },
      otherwise: 'stoppedAtServer',
    }),

    // Let the user decide
    ...userDecides,

    // Bring the answer back
    sentBack: rest('The browser is told to go back to the page', { 'learner.next': 'returningToApp' }),
    returningToApp: move(browserApp.callback, {
      arrivals: { 'app-page': 'holdingCode', nothing: 'sentBack' },
      otherwise: 'stoppedAtApp',
    }),

    // Trade the code for tokens
    holdingCode: rest('The page holds the code', { 'learner.next': 'redeemingCode' }),
    redeemingCode: move(browserApp.tokenRequest, {
      arrivals: { tokens: 'holdingTokens', nothing: 'holdingCode' },
      otherwise: 'codeRefused',
    }),
    codeRefused: refused('The page got no tokens', { 'learner.signInAgain': 'requestingAuthorization' }),

    // Use the access
    holdingTokens: rest('The page holds the tokens', { 'learner.next': 'askingPermission' }),
    askingPermission: move(browserApp.preflightRequest, {
      arrivals: { confirmation: 'allowedToCall', nothing: 'holdingTokens' },
      otherwise: 'callForbidden',
    }),
    allowedToCall: rest('The page may call the API', { 'learner.next': 'callingApi' }),
    callForbidden: refused('The browser does not let the page call the API', {
      'learner.callApi': 'askingPermission',
    }),
    callingApi: move(browserApp.resourceRequest, {
      arrivals: { resource: 'photosShown', nothing: 'allowedToCall' },
      otherwise: 'accessRefused',
    }),
    accessRefused: refused('The API refused the token', {
      'learner.next': 'refreshing',
      'learner.refresh': 'refreshing',
      'learner.signInAgain': 'requestingAuthorization',
    }),
    photosShown: done('Alice sees her photos in the page', {
      'learner.callApi': 'askingPermission',
      'learner.refresh': 'refreshing',
      'learner.revoke': 'revoking',
    }),

    // Renew without the user
    refreshing: move(browserApp.refreshRequest, {
      arrivals: { tokens: 'tokensRenewed', nothing: 'refreshLost' },
      otherwise: 'refreshRefused',
    }),
    tokensRenewed: rest('The page holds fresh tokens', {
      'learner.next': 'askingPermission',
      'learner.refresh': 'refreshing',
      'learner.revoke': 'revoking',
    }),
    refreshLost: rest('The refresh was lost on the way', { 'learner.next': 'refreshing' }),
    refreshRefused: refused('The refresh token was refused', { 'learner.signInAgain': 'requestingAuthorization' }),

    // End the access
    revoking: move(browserApp.revocationRequest, {
      arrivals: { confirmation: 'accessEnded', nothing: 'revocationLost' },
      otherwise: 'revocationRefused',
    }),
    accessEnded: done('The tokens are revoked and forgotten', { 'learner.signInAgain': 'requestingAuthorization' }),
    revocationLost: rest('The revocation was lost on the way', { 'learner.next': 'revoking' }),
    revocationRefused: refused('The revocation was refused', { 'learner.signInAgain': 'requestingAuthorization' }),

    // Stopped before there was anything to redeem
    stoppedAtServer: refused('The auth server shows an error', { 'learner.signInAgain': 'openingApp' }),
    stoppedAtApp: refused('The page shows an error', { 'learner.signInAgain': 'openingApp' }),
  },
})
