import { consentForm, consentPage, loginForm, loginPage, move, rest } from './builders'
import * as moves from './moves'

/**
 * The resource owner signs in and decides on the authorization server's own pages: the same in every grant that asks
 * her. Spread into a grant's states; ends in its `sentBack`, or in `stoppedAtServer`.
 */
export const userDecides = {
  atLoginPage: loginPage('Alice sees the login page', 'signingIn'),
  signingIn: move(moves.signIn, {
    input: loginForm,
    arrivals: { 'redirect-to-server': 'signedIn', 'login-page': 'atLoginPage', nothing: 'atLoginPage' },
    otherwise: 'stoppedAtServer',
  }),
  signedIn: rest('Alice is signed in at the auth server', { 'learner.next': 'requestingConsent' }),
  requestingConsent: move(moves.consentRequest, {
    arrivals: {
      'consent-page': 'atConsentPage',
      'redirect-to-client': 'sentBack',
      'login-page': 'atLoginPage',
      nothing: 'signedIn',
    },
    otherwise: 'stoppedAtServer',
  }),
  atConsentPage: consentPage('Alice is asked whether the app may', 'decidingConsent'),
  decidingConsent: move(moves.consentDecision, {
    input: consentForm,
    arrivals: { 'redirect-to-client': 'sentBack', 'consent-page': 'atConsentPage', nothing: 'atConsentPage' },
    otherwise: 'stoppedAtServer',
  }),
} as const
