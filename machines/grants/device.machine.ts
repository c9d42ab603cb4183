import { setup } from 'xstate'
import { codePage, consentForm, consentPage, done, loginForm, loginPage, move, refused, rest } from '../kit/builders'
import { exchangeMachine } from '../kit/exchange.machine'
import {
  arrived,
  beginning,
  decide,
  follow,
  type GrantContext,
  type GrantTypes,
  letGo,
  passOn,
  typeCode,
  typeCredentials,
} from '../kit/grant'
import * as shared from '../kit/moves'
import * as moves from './device.moves'

const byTv = { application: 'living-room-tv' }
const whenDue = { ...byTv, wait: true }

/** Wherever Alice is on her phone, the TV may ask, and afterwards she is where she was. */
const tvMayPoll = { 'learner.poll': '#device.polling', 'learner.pollAtOnce': '#device.pollingAtOnce' }
const whereSheWas = 'phone.whereSheWas'

/** Where the TV stands after a poll; `back`: where Alice stands while there is no answer yet. */
const afterPoll = (back: string) => ({
  arrivals: {
    pending: back,
    'slow-down': back,
    tokens: 'holdingTokens',
    denied: 'denied',
    expired: 'expired',
    nothing: back,
  },
  otherwise: 'tvRefused',
})

/** RFC 8628: a television asks, a phone answers, and the television finds out by asking again and again. */
export const deviceMachine = setup({
  types: {} as GrantTypes,
  actors: { exchange: exchangeMachine },
  guards: { arrived },
  actions: { decide, follow, letGo, passOn, typeCode, typeCredentials },
}).createMachine({
  id: 'device',
  context: beginning,
  initial: 'beforeStart',
  states: {
    // The TV's screen
    beforeStart: rest('The TV is off', { 'learner.next': 'askingForCodes' }),
    askingForCodes: move(moves.deviceAuthorizationRequest, {
      input: byTv,
      arrivals: { codes: 'showingCode', nothing: 'beforeStart' },
      otherwise: 'tvRefused',
    }),
    showingCode: rest('The TV shows a code', { 'learner.next': 'pollingFirst' }),
    pollingFirst: move(moves.poll, { input: byTv, ...afterPoll('phone.inPocket') }),
    polling: move(moves.poll, { input: whenDue, ...afterPoll(whereSheWas) }),
    pollingAtOnce: move(moves.poll, { input: byTv, ...afterPoll(whereSheWas) }),

    // Alice's phone
    phone: {
      initial: 'inPocket',
      states: {
        whereSheWas: { type: 'history' },
        inPocket: rest('Alice has not opened the address yet', { 'learner.next': 'openingPage', ...tvMayPoll }),
        openingPage: move(moves.verificationPage, {
          input: { page: 'verification' },
          arrivals: { 'code-page': 'atCodePage', nothing: 'inPocket' },
          otherwise: 'stopped',
        }),
        atCodePage: codePage('Alice is asked for the code', 'typingCode', tvMayPoll),
        typingCode: move(moves.userCode, {
          input: ({ typedCode }: GrantContext) => (typedCode === null ? {} : { code: typedCode }),
          arrivals: {
            'code-page': 'atCodePage',
            'login-page': 'atLoginPage',
            'consent-page': 'atConfirmPage',
            nothing: 'atCodePage',
          },
          otherwise: 'stopped',
        }),
        atLoginPage: loginPage('Alice sees the login page', 'signingIn', tvMayPoll),
        signingIn: move(moves.signInOnPhone, {
          input: loginForm,
          arrivals: { 'redirect-to-server': 'signedIn', 'login-page': 'atLoginPage', nothing: 'atLoginPage' },
          otherwise: 'stopped',
        }),
        signedIn: rest('Alice is signed in at the auth server', {
          'learner.next': 'requestingConfirmation',
          ...tvMayPoll,
        }),
        requestingConfirmation: move(moves.confirmRequest, {
          arrivals: { 'consent-page': 'atConfirmPage', 'login-page': 'atLoginPage', nothing: 'signedIn' },
          otherwise: 'stopped',
        }),
        atConfirmPage: consentPage('Alice compares the code and decides', 'deciding', tvMayPoll),
        deciding: move(moves.deviceDecision, {
          input: consentForm,
          arrivals: { confirmation: 'saidYes', denied: 'saidNo', nothing: 'atConfirmPage' },
          otherwise: 'stopped',
        }),
        saidYes: rest('Alice said yes; the TV does not know yet', {
          'learner.next': '#device.collecting',
          'learner.pollAtOnce': '#device.collectingAtOnce',
        }),
        saidNo: rest('Alice said no; the TV does not know yet', { 'learner.next': '#device.hearingNo' }),
        stopped: refused('The page cannot go on', {
          'learner.next': 'openingPage',
          'learner.newCode': '#device.askingForCodes',
          ...tvMayPoll,
        }),
      },
    },

    // The TV finds out
    collecting: move(moves.tokenRequest, { input: whenDue, ...afterPoll(whereSheWas) }),
    collectingAtOnce: move(moves.tokenRequest, { input: byTv, ...afterPoll(whereSheWas) }),
    hearingNo: move(moves.lastPoll, { input: whenDue, ...afterPoll(whereSheWas) }),
    denied: refused('The TV heard that Alice said no', { 'learner.newCode': 'askingForCodes' }),
    expired: refused('The code has expired', { 'learner.newCode': 'askingForCodes' }),
    tvRefused: refused('The TV was refused', { 'learner.newCode': 'askingForCodes' }),

    // Use the access
    holdingTokens: rest('The TV holds the tokens', { 'learner.next': 'callingApi' }),
    callingApi: move(shared.resourceRequest, {
      input: byTv,
      arrivals: { resource: 'photosShown', nothing: 'holdingTokens' },
      otherwise: 'accessRefused',
    }),
    accessRefused: refused('The API refused the token', {
      'learner.next': 'refreshing',
      'learner.refresh': 'refreshing',
      'learner.newCode': 'askingForCodes',
    }),
    photosShown: done('The TV shows her photos', {
      'learner.callApi': 'callingApi',
      'learner.refresh': 'refreshing',
      'learner.revoke': 'revoking',
      'learner.newCode': 'askingForCodes',
    }),

    // Renew without the user
    refreshing: move(shared.refreshRequest, {
      input: byTv,
      arrivals: { tokens: 'tokensRenewed', nothing: 'refreshLost' },
      otherwise: 'refreshRefused',
    }),
    tokensRenewed: rest('The TV holds fresh tokens', {
      'learner.next': 'callingApi',
      'learner.refresh': 'refreshing',
      'learner.revoke': 'revoking',
    }),
    refreshLost: rest('The refresh was lost on the way', { 'learner.next': 'refreshing' }),
    refreshRefused: refused('The refresh token was refused', { 'learner.newCode': 'askingForCodes' }),

    // End the access
    revoking: move(shared.revocationRequest, {
      input: byTv,
      arrivals: { confirmation: 'accessEnded', nothing: 'revocationLost' },
      otherwise: 'revocationRefused',
    }),
    accessEnded: done('The tokens are revoked', {
      'learner.next': 'callingApi',
      'learner.refresh': 'refreshing',
      'learner.newCode': 'askingForCodes',
    }),
    revocationLost: rest('The revocation was lost on the way', { 'learner.next': 'revoking' }),
    revocationRefused: refused('The revocation was refused', {
      'learner.revoke': 'revoking',
      'learner.newCode': 'askingForCodes',
    }),
  },
})
